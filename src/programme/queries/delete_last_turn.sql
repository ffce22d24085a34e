delete from programme_turn
where board_id = :board and participation_id = :participation and id = :turn
  and id = (select max(t.id) from programme_turn t where t.board_id = :board and t.participation_id = :participation)
