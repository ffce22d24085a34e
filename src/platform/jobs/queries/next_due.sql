select id, kind, payload, attempts
from jobs_job
where run_at <= :now
order by run_at
limit 1
