update plan_plan
set revision = revision + 1
where board_id = :board and id = :plan
