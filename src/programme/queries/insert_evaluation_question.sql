insert into programme_evaluation_question (board_id, programme_id, version, moment, position, form, theme, question)
values (:board, :programme, :version, :moment, :position, :form, :theme, :question)
