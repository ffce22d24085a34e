insert into programme_report_quote (board_id, report_id, subject_id, question, person_id)
values (:board, :report, :subject, :question, :person)
on conflict (board_id, report_id, subject_id, question, person_id) do nothing
