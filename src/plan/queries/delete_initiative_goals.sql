delete from plan_initiative_goal
where board_id = :board and unit_id = :unit and programme_id = :programme
