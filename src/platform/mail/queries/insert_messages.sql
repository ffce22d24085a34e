insert into mail_message (id, recipient, address, subject, body, queued_at, board_id, language, haste, due_at, key, token, calendar_method, calendar)
select value ->> 'id', value ->> 'recipient', value ->> 'address', value ->> 'subject', value ->> 'body', value ->> 'queued_at',
  value ->> 'board_id', value ->> 'language', value ->> 'haste', value ->> 'due_at', value ->> 'key', value ->> 'token',
  value ->> 'calendar_method', value ->> 'calendar'
from json_each(:letters)
