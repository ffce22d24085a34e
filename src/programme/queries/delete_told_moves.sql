delete from programme_told_move
where board_id = :board and cohort_id = :cohort and wave < :wave
  and exists (select 1
              from programme_told_move n
              where n.board_id = :board and n.cohort_id = :cohort and n.wave > programme_told_move.wave and n.wave <= :wave
                and n.participation_id = programme_told_move.participation_id)
