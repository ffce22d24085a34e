select board_id as board, meeting_id as meeting, person_id as person, email, token, answer, answered_at
from programme_summons
where in_reach(board_id) and token = :token
