update plan_theme
set name = :name, explanation = :explanation, ended_on = :ended_on
where board_id = :board and id = :id
