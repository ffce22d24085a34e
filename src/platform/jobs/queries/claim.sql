update jobs_job
set run_at = :until
where id = :id
