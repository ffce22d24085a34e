update organisation_import
set rows_staged = rows_staged + :rows, beat_at = :now
where board_id = :board and number = :import and state = 'staging'
