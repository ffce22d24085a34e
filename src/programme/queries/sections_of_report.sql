select kind, body as text
from programme_report_section
where board_id = :board and report_id = :report
