select adopted
from programme_report
where board_id = :board and id = :report
