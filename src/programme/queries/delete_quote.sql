delete from programme_report_quote
where board_id = :board and report_id = :report and subject_id = :subject and question = :question and person_id = :person
