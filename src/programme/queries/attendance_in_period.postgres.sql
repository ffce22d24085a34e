select p.participation_id as participation, a.person_id as person, count(*) as recorded,
       count(case when a.presence = 'present' then 1 end) as present
from json_array_elements_text(cast(:ways as json)) as wanted (value)
join programme_participation w on w.board_id = :board and w.id = wanted.value
join programme_meeting_participation p on p.board_id = w.board_id and p.participation_id = w.id
join programme_meeting m on m.board_id = p.board_id and m.id = p.meeting_id and m.starts_at >= :first and m.starts_at < :after
join programme_attendance a on a.board_id = m.board_id and a.meeting_id = m.id and a.presence <> 'unknown'
where not exists (select 1
                  from programme_meeting_participation o
                  where o.board_id = p.board_id and o.meeting_id = p.meeting_id and o.participation_id <> p.participation_id)
group by p.participation_id, a.person_id
