select participation_id as participation, step, starts_at, minutes, leads_id as leads, grows_id as grows
from programme_year_meeting
where board_id = :board and cohort_id = :cohort
order by participation_id, step
