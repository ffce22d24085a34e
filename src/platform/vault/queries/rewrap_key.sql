update vault_key
set wrapped = :wrapped
where kind = :kind and owner_id = :owner
