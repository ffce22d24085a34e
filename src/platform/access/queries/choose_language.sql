update access_account
set language = :language
where person_id = :person
