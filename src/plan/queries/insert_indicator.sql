insert into plan_indicator (board_id, id, goal_id, name, measure, baseline, baseline_on, target, target_on, ask_days, made_on, ended_on)
values (:board, :id, :goal, :name, :measure, :baseline, :baseline_on, :target, :target_on, :ask_days, :made_on, :ended_on)
