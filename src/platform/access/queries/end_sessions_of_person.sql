delete from access_session
where person_id = :person
