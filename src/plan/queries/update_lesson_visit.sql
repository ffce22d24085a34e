update plan_lesson_visit
set state = :state, report = :report, report_by = :report_by, indicator_id = :indicator, reading_id = :reading
where board_id = :board and id = :id
