select board_id as board, id, visited_id as visited, visitor_id as visitor, on_day, state, guide, report, report_by, indicator_id as indicator,
       reading_id as reading, made_on
from plan_lesson_visit
where board_id = :board and visited_id = :person
union all
select board_id as board, id, visited_id as visited, visitor_id as visitor, on_day, state, guide, report, report_by, indicator_id as indicator,
       reading_id as reading, made_on
from plan_lesson_visit
where board_id = :board and visitor_id = :person
order by 5 desc, 2
