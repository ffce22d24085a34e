select a.person_id as person, a.email_folded as address
from json_array_elements_text(cast(:addresses as json)) as wanted (value)
join access_account a on a.email_folded = wanted.value
