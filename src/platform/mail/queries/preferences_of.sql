select p.address, p.rhythm, p.hour, p.weekday
from json_each(:addresses) wanted
join mail_preference p on p.address = wanted.value
