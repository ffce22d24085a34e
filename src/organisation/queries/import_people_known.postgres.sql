-- People by address as they stand, and as this import has written them so far.
select p.id, p.given_name, p.prefix, p.family_name, lower(p.email) as email, 0 as written
from organisation_person p
where p.board_id = :board and lower(p.email) = any (array(select json_array_elements_text(cast(:emails as json))))
union all
select p.id, p.given_name, p.prefix, p.family_name, lower(p.email), 1
from organisation_person_version p
where p.board_id = :board and lower(p.email) = any (array(select json_array_elements_text(cast(:emails as json)))) and p.shown_by = :import
order by 6
