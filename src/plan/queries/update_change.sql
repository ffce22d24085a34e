update plan_change
set what = :what
where board_id = :board and id = :id
