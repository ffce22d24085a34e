-- Words that an earlier import showed as well become ordinary ones with it, since it may be the last that holds them.
update organisation_search_term
set shown_by = 0
where rowid in (select t.rowid
                from json_each(:words) w
                cross join organisation_search_term t on t.board_id = :board and t.term = json_extract(w.value, '$.term')
                  and t.kind = json_extract(w.value, '$.kind') and t.object_id = json_extract(w.value, '$.object') and t.shown_by > 0 and t.shown_by <= :import)
