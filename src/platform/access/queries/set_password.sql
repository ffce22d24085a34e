update access_account
set password_hash = :hash
where person_id = :person
