select count(case when m.kind = 'directors' and m.state = 'held' then 1 end) as talks_held,
       count(case when m.kind = 'directors' and m.state = 'cancelled' then 1 end) as talks_dropped,
       count(case when m.step is not null and m.state = 'held' then 1 end) as meetings_held,
       (select count(*)
        from programme_participation w
        join programme_follow_up f on f.board_id = w.board_id and f.participation_id = w.id
        where w.board_id = :board and w.programme_id = :programme and f.on_day >= :first) as follow_ups
from programme_meeting m
where m.board_id = :board and m.programme_id = :programme and m.starts_at >= :first and m.starts_at < :after
