update organisation_appointment_version
set ends_on = :last_day, touched = 1
where board_id = :board and id = :appointment and ends_on = :written
