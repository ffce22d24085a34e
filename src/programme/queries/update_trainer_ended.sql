update programme_trainer
set ended_on = :ended_on
where board_id = :board and id = :id
