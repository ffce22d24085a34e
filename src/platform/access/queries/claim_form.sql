insert into access_form (key, at, location)
values (:key, :at, '')
