insert into programme_question (board_id, id, participation_id, question, asked_on, fate, answer)
values (:board, :id, :participation, :question, :on, 'open', '')
