insert into organisation_search_term (board_id, term, kind, object_id, shown_by)
select :board, one ->> 'term', one ->> 'kind', one ->> 'object', :import
from json_array_elements(cast(:all as json)) as every (one)
on conflict (board_id, term, kind, object_id) do update set hidden_by = 0
