insert into plan_peer_group (board_id, id, unit_id, name, ended_on)
values (:board, :id, :unit, :name, :ended_on)
