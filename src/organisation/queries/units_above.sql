select o.board_id as board, o.id, o.kind, o.name, o.town
from organisation_unit_path p
join organisation_unit o on o.board_id = p.over_board_id and o.id = p.over_id
where in_reach(o.board_id) and p.unit_id = :unit and p.via = 'line' and p.over_id <> p.unit_id
order by (select count(*) from organisation_unit_path d where d.unit_id = o.id and d.via = 'line')
