select board_id as board, id, visited_id as visited, visitor_id as visitor, on_day, state, guide, report, report_by, indicator_id as indicator,
       reading_id as reading, made_on
from plan_lesson_visit
where in_reach(board_id) and id = :visit
