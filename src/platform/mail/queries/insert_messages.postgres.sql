insert into mail_message (id, recipient, address, subject, body, queued_at, board_id, language, haste, due_at, key, token, calendar_method, calendar)
select id, recipient, address, subject, body, queued_at, board_id, language, haste, due_at, key, token, calendar_method, calendar
from json_to_recordset(cast(:letters as json)) as letters (
  id text, recipient text, address text, subject text, body text, queued_at text, board_id text, language text, haste text,
  due_at text, key text, token text, calendar_method text, calendar text)
