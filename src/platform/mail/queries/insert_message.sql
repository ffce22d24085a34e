insert into mail_message (id, recipient, subject, body, queued_at, sent_at)
values (:id, :recipient, :subject, :body, :queued_at, null)
