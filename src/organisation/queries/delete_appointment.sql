delete from organisation_appointment
where board_id = :board and id = :appointment
