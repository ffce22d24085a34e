delete from access_ticket
where expires_at <= :now
