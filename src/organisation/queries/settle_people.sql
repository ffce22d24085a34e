update organisation_person_version
set shown_by = 0, replaces = 0, touched = 0
where board_id = :board and shown_by = :import and id in (select value from json_each(:ids))
