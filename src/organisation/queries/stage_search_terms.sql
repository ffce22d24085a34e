insert into organisation_search_term (board_id, term, kind, object_id, shown_by)
select :board, json_extract(value, '$.term'), json_extract(value, '$.kind'), json_extract(value, '$.object'), :import
from json_each(:all)
where true
on conflict (board_id, term, kind, object_id) do update set hidden_by = 0
