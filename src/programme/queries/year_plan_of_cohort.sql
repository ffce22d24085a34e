select first_day, last_day, other_minute, minutes_between, accompanied, steps, placed, in_team_time, proven, per_mille_off, touched
from programme_year_plan
where board_id = :board and cohort_id = :cohort
