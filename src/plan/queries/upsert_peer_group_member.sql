insert into plan_peer_group_member (board_id, peer_group_id, person_id, joined_on)
values (:board, :peer_group, :person, :joined_on)
on conflict (board_id, peer_group_id, person_id) do update set joined_on = excluded.joined_on, left_on = null
