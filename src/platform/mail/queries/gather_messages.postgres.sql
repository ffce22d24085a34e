update mail_message
set gathered_in = pairs.digest, body = ''
from json_to_recordset(cast(:pairs as json)) as pairs (id text, digest text)
where mail_message.id = pairs.id
