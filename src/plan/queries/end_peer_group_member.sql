update plan_peer_group_member
set left_on = :left_on
where board_id = :board and peer_group_id = :peer_group and person_id = :person
