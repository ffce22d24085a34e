insert into programme_year_plan (board_id, cohort_id, first_day, last_day, other_minute, minutes_between, accompanied, steps, placed,
                                 in_team_time, proven, per_mille_off, touched)
values (:board, :cohort, :first_day, :last_day, :other_minute, :minutes_between, :accompanied, :steps, :placed,
        :in_team_time, :proven, :per_mille_off, :touched)
on conflict (board_id, cohort_id) do update
set first_day = excluded.first_day, last_day = excluded.last_day, other_minute = excluded.other_minute,
    minutes_between = excluded.minutes_between, accompanied = excluded.accompanied, steps = excluded.steps, placed = excluded.placed,
    in_team_time = excluded.in_team_time, proven = excluded.proven, per_mille_off = excluded.per_mille_off, touched = excluded.touched
