delete from vault_key
where kind = :kind and owner_id = :owner
