update organisation_appointment_version
set hidden_by = 0
where board_id = :board and hidden_by = :import and id = any (array(select json_array_elements_text(cast(:ids as json))))
