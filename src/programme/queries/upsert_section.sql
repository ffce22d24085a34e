insert into programme_report_section (board_id, report_id, kind, text)
values (:board, :report, :kind, :text)
on conflict (board_id, report_id, kind) do update
set text = excluded.text
