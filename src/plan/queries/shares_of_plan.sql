select slot, audience, peer_group_id as peer_group
from plan_share
where board_id = :board and plan_id = :plan and ended_on is null
order by slot, audience, peer_group_id
