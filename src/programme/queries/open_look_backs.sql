with own as (
  select w.board_id, w.id, w.programme_id, w.cohort_id, w.attempt, c.version, c.name, c.evaluation_opens, c.evaluation_closes
  from json_each(:ways) wanted
  join programme_participation w on w.id = wanted.value and in_reach(w.board_id) and (w.person_id is null or w.person_id in ('', :person))
  join programme_cohort c on c.board_id = w.board_id and c.id = w.cohort_id
)
select 'meeting' as moment, m.id as subject, m.title, substr(m.starts_at, 1, 10) as on_day
from own
join programme_meeting_participation mp on mp.board_id = own.board_id and mp.participation_id = own.id and mp.attempt = own.attempt
join programme_meeting m on m.board_id = mp.board_id and m.id = mp.meeting_id
where m.state <> 'cancelled' and m.kind in ('step', 'kick_off', 'second_year', 'hand_over')
  and m.starts_at >= :first and m.starts_at < :tomorrow
  and exists (
    select 1
    from programme_evaluation_question q
    where q.board_id = own.board_id and q.programme_id = own.programme_id and q.version = own.version and q.moment = 'meeting'
  )
  and not exists (select 1 from programme_answer a where a.board_id = own.board_id and a.subject_id = m.id and a.person_id = :person)
union
select 'cohort' as moment, own.cohort_id as subject, own.name as title, own.evaluation_closes as on_day
from own
where own.evaluation_opens <= :today and own.evaluation_closes >= :today
  and exists (
    select 1
    from programme_evaluation_question q
    where q.board_id = own.board_id and q.programme_id = own.programme_id and q.version = own.version and q.moment = 'cohort'
  )
  and not exists (
    select 1 from programme_answer a where a.board_id = own.board_id and a.subject_id = own.cohort_id and a.person_id = :person
  )
order by on_day, subject
