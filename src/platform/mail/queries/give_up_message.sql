update mail_message
set given_up_at = :at, failure = :failure, body = '', calendar = ''
where id = :id or gathered_in = :id
