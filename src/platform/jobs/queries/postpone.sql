update jobs_job
set run_at = :at, attempts = attempts + 1, failure = :failure
where id = :id
