update access_ticket
set used_at = :now
where person_id = :person and kind = :kind and used_at is null
