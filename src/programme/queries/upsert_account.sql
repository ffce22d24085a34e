insert into programme_account (board_id, report_id, participation_id, words, released_on)
values (:board, :report, :participation, :words, :released_on)
on conflict (board_id, report_id, participation_id) do update
set words = excluded.words, released_on = excluded.released_on
