select participation_id as participation, words, released_on
from programme_account
where board_id = :board and report_id = :report
