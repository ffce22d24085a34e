select unit_id as unit, weekdays, team_day, team_minute, noted_on
from programme_team_time
where board_id = :board and programme_id = :programme
