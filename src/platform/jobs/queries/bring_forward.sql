update jobs_job
set run_at = :now
where run_at > :furthest
