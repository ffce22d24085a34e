update organisation_import
set state = 'taken_back'
where board_id = :board and state = 'staging' and beat_at < :still
