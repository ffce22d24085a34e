update mail_message
set due_at = :at
where address = :address and haste = 'may_wait' and attempts = 0 and sent_at is null and given_up_at is null and gathered_in is null
  and due_at > :now
