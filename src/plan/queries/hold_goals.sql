insert into plan_course (board_id, unit_id, course, core_values, changed_on)
values (:board, :board, '', '', :today)
on conflict (board_id, unit_id) do update set changed_on = plan_course.changed_on
