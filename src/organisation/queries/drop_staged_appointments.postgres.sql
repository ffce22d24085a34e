delete from organisation_appointment_version
where board_id = :board and shown_by = :import and id = any (array(select json_array_elements_text(cast(:ids as json))))
