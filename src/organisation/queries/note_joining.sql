insert into organisation_network_board (board_id, network_id, unit_board_id)
values (:board, :network, :unit_board)
on conflict (board_id, network_id, unit_board_id) do nothing
