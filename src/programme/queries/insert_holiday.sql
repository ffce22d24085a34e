insert into programme_holiday (board_id, school_year, region, first_day, last_day, name)
values (:board, :school_year, :region, :first_day, :last_day, :name)
on conflict (board_id, school_year, region, first_day, name) do update set last_day = excluded.last_day
