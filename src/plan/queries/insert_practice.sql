insert into plan_hr_practice (board_id, id, unit_id, kind, name, driver, staff_groups, owner_id, policy, since, ended_on, made_on)
values (:board, :id, :unit, :kind, :name, :driver, :staff_groups, :owner, :policy, :since, :ended_on, :made_on)
