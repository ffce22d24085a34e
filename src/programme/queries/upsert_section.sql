insert into programme_report_section (board_id, report_id, kind, body)
values (:board, :report, :kind, :text)
on conflict (board_id, report_id, kind) do update
set body = excluded.body
