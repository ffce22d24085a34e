select p.board_id as board, p.id, p.host_id as host, p.name, p.purpose, p.audience,
       coalesce((select max(v.number) from programme_version v where v.board_id = p.board_id and v.programme_id = p.id and v.published_on is not null), 0) as published,
       (select max(v.number) from programme_version v where v.board_id = p.board_id and v.programme_id = p.id and v.published_on is null) as draft,
       p.standing_item
from programme_programme p
where in_reach(p.board_id) and p.id = :programme
