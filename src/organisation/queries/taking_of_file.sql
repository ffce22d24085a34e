select f.id, f.name, case when i.state in ('taken_back', 'dropped') then 'undone' else f.state end as state, f.shown, f.rows_in_all, f.rows_done, f.changes,
       case i.state when 'shown' then f.undo else '' end as undo
from organisation_import_file f
left join organisation_import i on i.board_id = f.board_id and i.number = f.import_number
where f.board_id = :board and f.id = :id and f.person_id = :person and f.kind = 'people'
