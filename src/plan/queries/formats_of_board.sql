select f.board_id as board, f.id, f.unit_id as unit, f.kind, f.name,
       coalesce(max(case when v.published_on is not null then v.version end), 0) as published,
       max(case when v.published_on is null then v.version end) as draft
from plan_format f
join plan_format_version v on v.board_id = f.board_id and v.format_id = f.id
where f.board_id = :board
group by f.board_id, f.id, f.unit_id, f.kind, f.name
order by f.name, f.id
