update plan_peer_group
set name = :name, ended_on = :ended_on
where board_id = :board and id = :id
