delete from plan_reading
where board_id = :board and id = :id
