insert into plan_theme (board_id, id, unit_id, name, explanation, position)
values (:board, :id, :unit, :name, :explanation,
        (select coalesce(max(position), 0) + 1 from plan_theme where board_id = :board and unit_id = :unit))
