insert into plan_course (board_id, unit_id, course, core_values, changed_on)
values (:board, :unit, :course, :core_values, :changed_on)
on conflict (board_id, unit_id) do update
set course = excluded.course, core_values = excluded.core_values, changed_on = excluded.changed_on
