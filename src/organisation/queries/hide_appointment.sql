update organisation_appointment_version
set hidden_by = :import
where board_id = :board and id = :appointment and shown_by <> :import and hidden_by = 0
