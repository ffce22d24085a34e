select u.board_id as board, u.id, u.kind, u.name, u.town
from organisation_unit_path p
join organisation_unit u on u.board_id = p.board_id and u.id = p.unit_id
where in_reach(u.board_id) and p.over_id = :place
  and u.id <> :place
  and u.ended_on is null
  and (u.kind = 'school' or p.via = 'network' or (u.kind = 'team' and u.above_id = :place))
  and u.kind in ('school', 'team')
  and (p.via = 'line' or exists (select 1 from organisation_network_unit m where m.network_id = :place and m.unit_id = u.id and m.left_on is null))
order by u.sort_name
