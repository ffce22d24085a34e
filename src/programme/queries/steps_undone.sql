select count(*) as undone
from programme_step s
where s.board_id = :board and s.programme_id = :programme and s.version = :version
  and not exists (
    select 1
    from programme_step_done d
    where d.board_id = :board and d.participation_id = :participation and d.attempt = :attempt and d.step = s.position
  )
