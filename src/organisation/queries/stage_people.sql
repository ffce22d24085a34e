insert into organisation_person_version (board_id, id, given_name, prefix, family_name, email, sort_name, made_at, invited_at, terms, shown_by, replaces)
select :board, json_extract(value, '$.id'), json_extract(value, '$.given_name'), json_extract(value, '$.prefix'), json_extract(value, '$.family_name'),
       json_extract(value, '$.email'), json_extract(value, '$.sort_name'), json_extract(value, '$.made_at'), json_extract(value, '$.invited_at'), json_extract(value, '$.terms'), :import,
       json_extract(value, '$.replaces')
from json_each(:all)
