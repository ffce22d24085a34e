insert into plan_goal (board_id, id, level, person_id, peer_group_id, unit_id, plan_id, words, for_whom, due, state,
                       closed_on, made_by, made_on, widers)
values (:board, :id, :level, :person, :peer_group, :unit, :plan, :words, :for_whom, :due, :state,
        :closed_on, :made_by, :made_on, :widers)
