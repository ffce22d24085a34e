insert into plan_lesson_visit (board_id, id, visited_id, visitor_id, on_day, state, guide, report, report_by, indicator_id, reading_id,
                               made_on)
values (:board, :id, :visited, :visitor, :on_day, :state, :guide, :report, :report_by, :indicator, :reading, :made_on)
