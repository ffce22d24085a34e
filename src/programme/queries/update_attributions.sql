update programme_version
set meeting_answers = :meeting_answers, cohort_answers = :cohort_answers
where board_id = :board and programme_id = :programme and number = :version and published_on is null
