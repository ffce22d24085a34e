insert into organisation_person_version (board_id, id, given_name, prefix, family_name, email, sort_name, made_at, invited_at, terms, shown_by, replaces)
select :board, one ->> 'id', one ->> 'given_name', one ->> 'prefix', one ->> 'family_name', one ->> 'email', one ->> 'sort_name', one ->> 'made_at',
       one ->> 'invited_at', one ->> 'terms', :import, cast(one ->> 'replaces' as bigint)
from json_array_elements(cast(:all as json)) as every (one)
