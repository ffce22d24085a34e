select p.address, p.rhythm, p.hour, p.weekday
from json_array_elements_text(cast(:addresses as json)) as wanted (value)
join mail_preference p on p.address = wanted.value
