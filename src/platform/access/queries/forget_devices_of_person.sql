delete from access_device
where person_id = :person
