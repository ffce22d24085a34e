update programme_programme
set name = name
where in_reach(board_id) and id = :programme
