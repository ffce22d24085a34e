delete from organisation_appointment_version
where board_id = :board and hidden_by = :import and id in (select value from json_each(:ids))
