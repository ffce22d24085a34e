select board_id as board, meeting_id as meeting, person_id as person, email, token, answer, answered_at
from programme_summons
where board_id = :board and meeting_id = :meeting
order by person_id
