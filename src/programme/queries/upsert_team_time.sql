insert into programme_team_time (board_id, programme_id, unit_id, weekdays, team_day, team_minute, noted_on)
values (:board, :programme, :unit, :weekdays, :team_day, :team_minute, :noted_on)
on conflict (board_id, programme_id, unit_id) do update
set weekdays = excluded.weekdays, team_day = excluded.team_day, team_minute = excluded.team_minute, noted_on = excluded.noted_on
