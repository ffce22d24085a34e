create table jobs_job (
  id text not null primary key,
  kind text not null,
  payload text not null,
  run_at text not null,
  attempts integer not null,
  failure text not null
) strict;
create index jobs_job_due on jobs_job (run_at);
create index jobs_job_kind on jobs_job (kind);
