update organisation_appointment
set fte = :fte, ends_on = :last_day
where board_id = :board and id = :appointment
