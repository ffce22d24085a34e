insert into programme_told_presence (board_id, participation_id, telling_id, person_id, recorded, present, told_on)
values (:board, :participation, :telling, :person, :recorded, :present, :told_on)
