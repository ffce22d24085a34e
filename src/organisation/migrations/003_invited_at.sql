-- When this board invited a person; whether they have an account by another board is not its business.
alter table organisation_person add column invited_at text;
