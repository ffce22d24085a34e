insert into plan_reading (board_id, id, indicator_id, value, on_day, source, evidence, person_id)
values (:board, :id, :indicator, :value, :on_day, :source, :evidence, :person)
