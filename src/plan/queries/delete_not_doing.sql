delete from plan_not_doing
where board_id = :board and id = :id
