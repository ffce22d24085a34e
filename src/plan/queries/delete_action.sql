delete from plan_action
where board_id = :board and id = :id
