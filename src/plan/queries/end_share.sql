update plan_share
set ended_on = :ended_on
where board_id = :board and plan_id = :plan and slot = :slot and audience = :audience
  and coalesce(peer_group_id, '') = coalesce(:peer_group, '') and ended_on is null
