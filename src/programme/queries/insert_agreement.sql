insert into programme_agreement (board_id, id, programme_id, what, person_id, due, agreed_on)
values (:board, :id, :programme, :what, :person, :due, :agreed_on)
