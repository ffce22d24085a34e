insert into programme_trainer_part (board_id, trainer_id, step, part, reason, set_on)
values (:board, :trainer, :step, :part, :reason, :set_on)
on conflict (board_id, trainer_id, step) do update
set part = excluded.part, reason = excluded.reason, set_on = excluded.set_on
