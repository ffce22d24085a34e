update mail_message
set gathered_in = (select value ->> 'digest' from json_each(:pairs) where value ->> 'id' = mail_message.id), body = ''
where id in (select value ->> 'id' from json_each(:pairs))
