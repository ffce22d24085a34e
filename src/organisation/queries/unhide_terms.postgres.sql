update organisation_search_term t
set hidden_by = 0
from json_array_elements(cast(:words as json)) as every (one)
where t.board_id = :board and t.term = one ->> 'term' and t.kind = one ->> 'kind' and t.object_id = one ->> 'object' and t.hidden_by = :import
