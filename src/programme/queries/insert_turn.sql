insert into programme_turn (board_id, id, participation_id, kind, on_day, reason, cohort_id, actor_id, made_at)
values (:board, :id, :participation, :kind, :on_day, :reason, :cohort, :actor, :now)
