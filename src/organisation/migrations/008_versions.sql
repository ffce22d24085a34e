-- An import writes its rows in small transactions, and shows all of them at once (docs/decisions/2026-11-25-import.md): until
-- then they are versions that nobody sees. `shown_by` is the number of the import that shows a version, 0 of what always
-- stands; `hidden_by` that of the import that replaces it, with `replaces` in what comes instead; `touched` says that somebody changed
-- it by hand since. What is read is the view of the old name. What is found by a word holds all its words, so that the
-- words need no order of their own by what they stand for: a long list writes them in the order of the words.
create table organisation_import_shown (
  board_id text not null,
  number integer not null,
  primary key (board_id, number)
) strict;

create table organisation_import (
  board_id text not null,
  number integer not null,
  person_id text,
  state text not null,
  rows_staged integer not null default 0,
  started_at text not null,
  beat_at text not null,
  primary key (board_id, number)
) strict;
create index organisation_import_state on organisation_import (state, board_id);

create table organisation_person_version (
  board_id text not null,
  id text not null,
  given_name text not null,
  prefix text not null,
  family_name text not null,
  email text not null,
  sort_name text not null,
  made_at text not null,
  invited_at text,
  terms text not null,
  shown_by integer not null default 0,
  hidden_by integer not null default 0,
  replaces integer not null default 0,
  touched integer not null default 0,
  primary key (board_id, id, shown_by)
) strict;
alter table organisation_unit add column terms text not null default '';
-- only sqlite
insert into organisation_person_version (board_id, id, given_name, prefix, family_name, email, sort_name, made_at, invited_at, terms)
select p.board_id, p.id, p.given_name, p.prefix, p.family_name, p.email, p.sort_name, p.made_at, p.invited_at,
       (select ' ' || coalesce(group_concat(s.term, ' '), '') from organisation_search s where s.board_id = p.board_id and s.object_id = p.id)
from organisation_person p;
update organisation_unit
set terms = (select ' ' || coalesce(group_concat(s.term, ' '), '') from organisation_search s
             where s.board_id = organisation_unit.board_id and s.object_id = organisation_unit.id)
where terms = '';
-- end
-- only postgresql
insert into organisation_person_version (board_id, id, given_name, prefix, family_name, email, sort_name, made_at, invited_at, terms)
select p.board_id, p.id, p.given_name, p.prefix, p.family_name, p.email, p.sort_name, p.made_at, p.invited_at,
       (select ' ' || coalesce(string_agg(s.term, ' '), '') from organisation_search s where s.board_id = p.board_id and s.object_id = p.id)
from organisation_person p;
update organisation_unit
set terms = (select ' ' || coalesce(string_agg(s.term, ' '), '') from organisation_search s
             where s.board_id = organisation_unit.board_id and s.object_id = organisation_unit.id)
where terms = '';
-- end
drop table organisation_person;
create index organisation_person_id on organisation_person_version (id);
create unique index organisation_person_email on organisation_person_version (board_id, lower(email), replaces);
create index organisation_person_hidden_by on organisation_person_version (board_id, hidden_by) where hidden_by > 0;
create index organisation_person_shown_by on organisation_person_version (board_id, shown_by, touched) where shown_by > 0;

create table organisation_appointment_version (
  board_id text not null,
  id text not null,
  person_id text not null,
  unit_id text not null,
  function text not null,
  role text not null,
  fte real not null,
  starts_on text not null,
  ends_on text,
  made_at text not null,
  shown_by integer not null default 0,
  hidden_by integer not null default 0,
  touched integer not null default 0,
  primary key (board_id, id, shown_by)
) strict;
insert into organisation_appointment_version (board_id, id, person_id, unit_id, function, role, fte, starts_on, ends_on, made_at)
select board_id, id, person_id, unit_id, function, role, fte, starts_on, ends_on, made_at
from organisation_appointment;
drop table organisation_appointment;
create unique index organisation_appointment_id on organisation_appointment_version (id, shown_by);
create index organisation_appointment_person on organisation_appointment_version (person_id, board_id, starts_on);
create index organisation_appointment_unit on organisation_appointment_version (unit_id, starts_on);
create index organisation_appointment_hidden_by on organisation_appointment_version (board_id, hidden_by) where hidden_by > 0;
create index organisation_appointment_shown_by on organisation_appointment_version (board_id, shown_by, touched) where shown_by > 0;

drop index organisation_search_object;
alter table organisation_search rename to organisation_search_term;
alter table organisation_search_term add column shown_by integer not null default 0;
alter table organisation_search_term add column hidden_by integer not null default 0;
-- only sqlite
create view organisation_person as
-- end
-- only postgresql
call guard_board('organisation_import');
call guard_reach('organisation_person_version');
call guard_appointments('organisation_appointment_version');
create view organisation_person with (security_invoker = true) as
-- end
select p.board_id, p.id, p.given_name, p.prefix, p.family_name, p.email, p.sort_name, p.made_at, p.invited_at, p.terms
from organisation_person_version p
where (p.shown_by = 0 or exists (select 1 from organisation_import_shown s where s.board_id = p.board_id and s.number = p.shown_by))
  and (p.hidden_by = 0 or not exists (select 1 from organisation_import_shown s where s.board_id = p.board_id and s.number = p.hidden_by))
;

-- only sqlite
create view organisation_appointment as
-- end
-- only postgresql
create view organisation_appointment with (security_invoker = true) as
-- end
select a.board_id, a.id, a.person_id, a.unit_id, a.function, a.role, a.fte, a.starts_on, a.ends_on, a.made_at
from organisation_appointment_version a
where (a.shown_by = 0 or exists (select 1 from organisation_import_shown s where s.board_id = a.board_id and s.number = a.shown_by))
  and (a.hidden_by = 0 or not exists (select 1 from organisation_import_shown s where s.board_id = a.board_id and s.number = a.hidden_by))
;

-- only sqlite
create view organisation_search as
-- end
-- only postgresql
create view organisation_search with (security_invoker = true) as
-- end
select t.board_id, t.term, t.kind, t.object_id
from organisation_search_term t
where (t.shown_by = 0 or exists (select 1 from organisation_import_shown s where s.board_id = t.board_id and s.number = t.shown_by))
  and (t.hidden_by = 0 or not exists (select 1 from organisation_import_shown s where s.board_id = t.board_id and s.number = t.hidden_by))
;
