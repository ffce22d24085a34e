delete from programme_participation
where board_id = :board and id = :participation and status = 'invited'
  and not exists (select 1 from programme_turn t where t.board_id = :board and t.participation_id = :participation and t.kind <> 'invited')
  and not exists (select 1 from programme_question q where q.board_id = :board and q.participation_id = :participation)
  and not exists (select 1 from programme_approach a where a.board_id = :board and a.participation_id = :participation)
  and not exists (select 1 from programme_meeting_participation m where m.board_id = :board and m.participation_id = :participation)
