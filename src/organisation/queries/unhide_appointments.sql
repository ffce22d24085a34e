update organisation_appointment_version
set hidden_by = 0
where board_id = :board and hidden_by = :import and id in (select value from json_each(:ids))
