delete from access_session
where expires_at <= :now or seen_at <= :idle_since
