insert into programme_version (board_id, programme_id, number)
values (:board, :programme, :version)
