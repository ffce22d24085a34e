update plan_hr_practice
set kind = :kind, name = :name, driver = :driver, staff_groups = :staff_groups, owner_id = :owner, policy = :policy,
    since = :since, ended_on = :ended_on
where board_id = :board and id = :id
