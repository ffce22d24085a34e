insert into programme_placement (board_id, programme_id, unit_id, cohort_id, yes_on)
values (:board, :programme, :unit, :cohort, :yes_on)
on conflict (board_id, programme_id, unit_id) do update
set cohort_id = excluded.cohort_id, yes_on = excluded.yes_on
