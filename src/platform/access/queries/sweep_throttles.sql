delete from access_throttle
where last_at <= :before
