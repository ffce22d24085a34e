select u.board_id as board, u.id, u.kind, u.name, u.town
from organisation_unit u
where u.board_id = :board and u.kind = 'school' and u.ended_on is null
  and not exists (select 1 from organisation_network_unit m where m.network_id = :network and m.unit_id = u.id and m.left_on is null)
order by u.sort_name, u.id
limit :most
