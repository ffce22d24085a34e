update programme_version
set published_on = null
where board_id = :board and programme_id = :programme and number = :version
  and not exists (
    select 1
    from programme_cohort c
    where c.board_id = :board and c.programme_id = :programme and c.version = :version
  )
