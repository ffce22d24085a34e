insert into plan_wording (board_id, plan_id, slot, revision, words, person_id, written_at, is_now)
values (:board, :plan, :slot, :revision, :words, :person, :written_at, 1)
