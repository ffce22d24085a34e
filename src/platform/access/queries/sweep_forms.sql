delete from access_form
where at <= :before
