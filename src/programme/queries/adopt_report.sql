update programme_report
set adopted_on = :adopted_on, adopted = :adopted
where board_id = :board and id = :report
