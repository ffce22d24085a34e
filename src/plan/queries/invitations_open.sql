select id as visit, visited_id as visited, on_day
from plan_lesson_visit
where board_id = :board and visitor_id = :person and state = 'invited' and on_day >= :today
order by on_day, id
