select s.board_id as board, s.meeting_id as meeting, s.person_id as person, s.email, s.token, s.answer, s.answered_at
from programme_answer_link l
join programme_summons s on s.board_id = l.board_id and s.meeting_id = l.meeting_id and s.person_id = l.person_id
where l.board_id = :board and l.secret_hash = :hash
