delete from organisation_appointment_version
where board_id = :board and id = :appointment
