insert into plan_share (board_id, id, plan_id, slot, audience, peer_group_id, since, shared_at)
values (:board, :id, :plan, :slot, :audience, :peer_group, :since, :shared_at)
