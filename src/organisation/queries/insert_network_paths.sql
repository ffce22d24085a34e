insert into organisation_unit_path (board_id, unit_id, over_board_id, over_id, via)
select board_id, unit_id, :network_board, :network, 'network'
from organisation_unit_path
where over_id = :unit and via = 'line'
on conflict (board_id, unit_id, over_id) do nothing
