delete from organisation_import_file
where made_at <= :before
