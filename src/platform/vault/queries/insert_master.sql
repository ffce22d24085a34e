insert into vault_master (fingerprint, since)
values (:fingerprint, :now)
