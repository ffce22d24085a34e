update plan_indicator
set name = :name, measure = :measure, baseline = :baseline, baseline_on = :baseline_on, target = :target,
    target_on = :target_on, ask_days = :ask_days, ended_on = :ended_on
where board_id = :board and id = :id
