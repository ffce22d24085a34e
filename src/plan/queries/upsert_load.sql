insert into plan_load (board_id, person_id, school_year, hours)
values (:board, :person, :year, :hours)
on conflict (board_id, person_id, school_year) do update set hours = excluded.hours
