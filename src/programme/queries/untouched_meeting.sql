select count(*)
from programme_meeting m
where m.board_id = :board and m.id = :meeting and m.state = 'planned' and m.sequence = 0
  and not exists (select 1 from programme_summons s where s.board_id = m.board_id and s.meeting_id = m.id)
