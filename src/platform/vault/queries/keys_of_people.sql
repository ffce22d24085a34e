select k.kind, k.owner_id as owner, k.wrapped
from (select distinct value from json_each(:people)) wanted
join vault_key k on k.kind = 'person' and k.owner_id = wanted.value
