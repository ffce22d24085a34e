update plan_goal
set words = :words, for_whom = :for_whom, due = :due, state = :state, closed_on = :closed_on, widers = :widers
where board_id = :board and id = :id
