insert into plan_peer_group_member (board_id, peer_group_id, person_id, joined_on, joined_at)
values (:board, :peer_group, :person, :joined_on, :joined_at)
on conflict (board_id, peer_group_id, person_id) do update
set joined_on = excluded.joined_on, joined_at = excluded.joined_at, left_on = null
