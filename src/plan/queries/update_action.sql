update plan_action
set person_id = :person, what = :what, due = :due, done_on = :done_on
where board_id = :board and id = :id
