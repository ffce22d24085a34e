update programme_agreement
set done_on = :done_on
where board_id = :board and id = :id
