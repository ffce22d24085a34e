insert into programme_report (board_id, id, programme_id, kind, school_year, begun_on, adopted)
values (:board, :id, :programme, :kind, :school_year, :begun_on, '')
