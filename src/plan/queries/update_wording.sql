update plan_wording
set words = :words, person_id = :person, written_at = :written_at
where board_id = :board and plan_id = :plan and slot = :slot and revision = :revision
