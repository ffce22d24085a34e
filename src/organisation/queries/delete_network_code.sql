delete from organisation_network_code
where code_hash = :hash
