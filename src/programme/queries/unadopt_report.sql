update programme_report
set adopted_on = null, adopted = ''
where board_id = :board and id = :report and adopted_on is not null
