insert into programme_follow_up (board_id, id, participation_id, what, on_day)
values (:board, :id, :participation, :what, :on_day)
