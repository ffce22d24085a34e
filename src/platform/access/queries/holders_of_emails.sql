select a.person_id as person, a.email_folded as address
from json_each(:addresses) wanted
join access_account a on a.email_folded = wanted.value
