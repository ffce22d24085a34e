delete from organisation_person_version
where board_id = :board and id = :person
