update organisation_appointment_version
set shown_by = 0, touched = 0
where board_id = :board and shown_by = :import and id = any (array(select json_array_elements_text(cast(:ids as json))))
