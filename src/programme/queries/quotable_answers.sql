select a.subject_id as subject, a.question, a.person_id as person, q.theme, a.sealed
from programme_meeting m
join programme_answer a on a.board_id = m.board_id and a.subject_id = m.id and a.quotable = 1
join programme_evaluation_question q
  on q.board_id = m.board_id and q.programme_id = m.programme_id and q.moment = 'meeting' and q.position = a.question
  and q.version = (select min(c.version)
                   from programme_meeting_participation p
                   join programme_participation w on w.board_id = p.board_id and w.id = p.participation_id
                   join programme_cohort c on c.board_id = w.board_id and c.id = w.cohort_id
                   where p.board_id = m.board_id and p.meeting_id = m.id)
where m.board_id = :board and m.programme_id = :programme and m.starts_at >= :first and m.starts_at < :after and m.starts_at < :closed
  and m.state <> 'cancelled'
  and (select count(*) from programme_answer o where o.board_id = a.board_id and o.subject_id = a.subject_id and o.question = a.question) >= :fewest
union all
select a.subject_id as subject, a.question, a.person_id as person, q.theme, a.sealed
from programme_cohort c
join programme_answer a on a.board_id = c.board_id and a.subject_id = c.id and a.quotable = 1
join programme_evaluation_question q
  on q.board_id = c.board_id and q.programme_id = c.programme_id and q.moment = 'cohort' and q.position = a.question and q.version = c.version
where c.board_id = :board and c.programme_id = :programme and c.evaluation_closes >= :first and c.evaluation_closes < :after
  and c.evaluation_closes < :today
  and (select count(*) from programme_answer o where o.board_id = a.board_id and o.subject_id = a.subject_id and o.question = a.question) >= :fewest
