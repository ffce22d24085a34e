select kind, owner_id as owner, wrapped
from vault_key
order by kind, owner_id
