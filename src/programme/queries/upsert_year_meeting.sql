insert into programme_year_meeting (board_id, cohort_id, participation_id, step, starts_at, minutes, leads_id, grows_id)
values (:board, :cohort, :participation, :step, :starts_at, :minutes, :leads, :grows)
on conflict (board_id, cohort_id, participation_id, step) do update
set starts_at = excluded.starts_at, minutes = excluded.minutes, leads_id = excluded.leads_id, grows_id = excluded.grows_id
