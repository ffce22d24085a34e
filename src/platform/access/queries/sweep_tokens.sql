delete from access_token
where expires_at <= :now
