update access_account
set theme = :theme
where person_id = :person
