select y.leads_id as leads, y.grows_id as grows, y.starts_at, y.minutes
from programme_cohort c
join programme_year_meeting y on y.board_id = c.board_id and y.cohort_id = c.id
where c.board_id = :board and c.programme_id = :programme and c.id <> :cohort
