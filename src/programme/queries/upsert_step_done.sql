insert into programme_step_done (board_id, participation_id, attempt, step, done_on)
values (:board, :participation, :attempt, :step, :done_on)
on conflict (board_id, participation_id, attempt, step) do update set done_on = excluded.done_on
