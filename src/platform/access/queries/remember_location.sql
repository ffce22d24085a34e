update access_form
set location = :location
where key = :key
