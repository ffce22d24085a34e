update programme_participation
set status = status
where in_reach(board_id) and id = :participation
