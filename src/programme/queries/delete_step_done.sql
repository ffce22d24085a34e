delete from programme_step_done
where board_id = :board and participation_id = :participation and attempt = :attempt and step = :step
