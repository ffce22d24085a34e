update plan_plan
set name = :name, version = :version, discussed_on = :discussed_on, adopted_on = :adopted_on, closed_on = :closed_on,
    revision = revision + 1
where board_id = :board and id = :id
