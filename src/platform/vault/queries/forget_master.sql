delete from vault_master
