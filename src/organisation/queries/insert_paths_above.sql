insert into organisation_unit_path (board_id, unit_id, over_board_id, over_id, via)
select :board, :unit, over_board_id, over_id, via
from organisation_unit_path
where unit_id = :above
