-- Words that an earlier import showed as well become ordinary ones with it, since it may be the last that holds them.
update organisation_search_term t
set shown_by = 0
from json_array_elements(cast(:words as json)) as every (one)
where t.board_id = :board and t.term = one ->> 'term' and t.kind = one ->> 'kind' and t.object_id = one ->> 'object' and t.shown_by > 0 and t.shown_by <= :import
