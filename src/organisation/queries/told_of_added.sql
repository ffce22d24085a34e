-- What anybody did since to somebody whom the import added; reading a file is no such thing.
select 1 as told
from audit_entry e
join organisation_person_version p on p.board_id = e.board_id and p.id = e.subject_id
where e.board_id = :board and e.id > :since and e.act <> 'person_file.read' and p.shown_by = :import and p.replaces = 0
limit 1
