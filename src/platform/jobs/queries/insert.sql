insert into jobs_job (id, kind, payload, run_at, attempts, failure)
values (:id, :kind, :payload, :run_at, 0, '')
