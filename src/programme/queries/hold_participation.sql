update programme_participation
set status = status
where id = :participation
