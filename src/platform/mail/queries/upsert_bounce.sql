insert into mail_bounce (board_id, address, status, reason, at)
values (coalesce(:board, ''), :address, :status, :reason, :at)
on conflict (board_id, address) do update set status = excluded.status, reason = excluded.reason, at = excluded.at
