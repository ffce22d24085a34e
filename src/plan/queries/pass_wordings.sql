update plan_wording
set is_now = 0
where board_id = :board and plan_id = :plan and slot = :slot and is_now = 1
