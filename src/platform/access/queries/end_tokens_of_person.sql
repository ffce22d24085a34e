delete from access_token
where person_id = :person
