-- When this board invited a person; whether they have an account by another board is not its business. Of who was invited
-- before, the log knows when.
alter table organisation_person add column invited_at text;
update organisation_person
set invited_at = (
  select min(a.at)
  from audit_entry a
  where a.board_id = organisation_person.board_id and a.subject_id = organisation_person.id and a.act = 'person.invited'
);
