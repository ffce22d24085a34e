select board_id as board, id, programme_id as programme, kind, school_year, begun_on, adopted_on
from programme_report
where board_id = :board and programme_id = :programme
order by school_year desc, case kind when 'annual' then 0 else 1 end
