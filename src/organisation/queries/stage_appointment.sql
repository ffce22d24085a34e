insert into organisation_appointment_version (board_id, id, person_id, unit_id, function, role, fte, starts_on, ends_on, made_at, shown_by)
values (:board, :id, :person, :unit, :function, :role, :fte, :starts_on, :ends_on, :now, :import)
