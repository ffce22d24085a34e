select member, heading
from organisation_import_heading
where board_id = :board
