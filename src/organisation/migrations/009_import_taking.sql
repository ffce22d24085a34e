-- How far the taking of a file is: of a long one, a job does it while its page is looked at.
alter table organisation_import_file add column state text not null default 'brought';
alter table organisation_import_file add column shown text not null default '';
alter table organisation_import_file add column rows_in_all integer not null default 0;
alter table organisation_import_file add column rows_done integer not null default 0;
alter table organisation_import_file add column changes integer not null default 0;
alter table organisation_import_file add column undo text not null default '';
alter table organisation_import_file add column import_number integer not null default 0;
