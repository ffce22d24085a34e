delete from jobs_job
where id = :id
