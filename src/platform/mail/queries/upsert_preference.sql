insert into mail_preference (address, rhythm, hour, weekday)
values (:address, :rhythm, :hour, :weekday)
on conflict (address) do update set rhythm = excluded.rhythm, hour = excluded.hour, weekday = excluded.weekday
