select id
from jobs_job
where kind = :kind
limit 1
