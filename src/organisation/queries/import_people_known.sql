-- People by address as they stand, and as this import has written them so far.
select p.id, p.given_name, p.prefix, p.family_name, lower(p.email) as email, 0 as written
from organisation_person p
where p.board_id = :board and lower(p.email) in (select value from json_each(:emails))
union all
select p.id, p.given_name, p.prefix, p.family_name, lower(p.email), 1
from organisation_person_version p
where p.board_id = :board and lower(p.email) in (select value from json_each(:emails)) and p.shown_by = :import
order by 6
