select u.id, u.kind, u.name, u.town, u.above_id as above, a.name as above_name
from organisation_unit u
left join organisation_unit a on a.board_id = u.board_id and a.id = u.above_id
where u.board_id = :board and u.ended_on is null and u.id > :after
order by u.id
limit :most
