update plan_share
set ended_on = :ended_on
where board_id = :board and peer_group_id = :peer_group and ended_on is null
  and plan_id in (select id from plan_plan where board_id = :board and person_id = :person)
