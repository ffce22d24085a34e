update programme_participation
set status = :status, reason = :reason, since = :since, cohort_id = :cohort, attempt = :attempt
where board_id = :board and id = :participation
