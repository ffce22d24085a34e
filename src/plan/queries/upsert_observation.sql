insert into plan_observation (board_id, change_id, person_id, on_day, seen, words)
values (:board, :change, :person, :on_day, :seen, :words)
on conflict (board_id, change_id, person_id, on_day) do update set seen = excluded.seen, words = excluded.words
