select f.participation_id as participation, f.what, f.on_day
from json_each(:ways) wanted
join programme_participation w on w.id = wanted.value and in_reach(w.board_id)
join programme_follow_up f on f.board_id = w.board_id and f.participation_id = w.id
where f.on_day >= :today
order by f.on_day, f.id
limit :most
