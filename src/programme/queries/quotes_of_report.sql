select subject_id || '.' || question || '.' || person_id
from programme_report_quote
where board_id = :board and report_id = :report
