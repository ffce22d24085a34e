update organisation_appointment
set ends_on = :last_day
where board_id = :board and id = :appointment and ends_on = :written
