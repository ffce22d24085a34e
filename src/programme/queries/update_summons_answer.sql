update programme_summons
set answer = :answer, answered_at = :now
where board_id = :board and meeting_id = :meeting and person_id = :person
