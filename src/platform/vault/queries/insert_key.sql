insert into vault_key (kind, owner_id, wrapped, made_at)
values (:kind, :owner, :wrapped, :now)
