insert into programme_step (board_id, programme_id, version, position, title, aim, questions, materials, minutes, reason)
values (:board, :programme, :version, :position, :title, :aim, :questions, :materials, :minutes, :reason)
