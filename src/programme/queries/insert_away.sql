insert into programme_away (board_id, id, person_id, from_at, until_at)
values (:board, :id, :person, :from_at, :until_at)
