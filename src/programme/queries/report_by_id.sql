select board_id as board, id, programme_id as programme, kind, school_year, begun_on, adopted_on
from programme_report
where in_reach(board_id) and id = :report
