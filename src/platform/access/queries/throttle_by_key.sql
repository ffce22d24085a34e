select failures, last_at
from access_throttle
where key = :key
