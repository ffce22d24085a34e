update plan_condition
set what = :what, by_whom = :by_whom, due = :due, arranged_on = :arranged_on
where board_id = :board and id = :id
