insert into organisation_network_unit (board_id, network_id, unit_board_id, unit_id, joined_on)
values (:board, :network, :unit_board, :unit, :on)
on conflict (board_id, network_id, unit_id) do update set joined_on = excluded.joined_on, left_on = null
where organisation_network_unit.left_on is not null
