insert into programme_lesson_reading (board_id, cohort_id, participation_id, read_on, discussed_on)
values (:board, :cohort, :participation, :read_on, :discussed_on)
on conflict (board_id, cohort_id, participation_id) do update
set discussed_on = coalesce(excluded.discussed_on, programme_lesson_reading.discussed_on)
