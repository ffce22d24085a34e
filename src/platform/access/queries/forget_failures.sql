delete from access_throttle
where key = :key
