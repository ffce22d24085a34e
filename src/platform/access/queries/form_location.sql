select location
from access_form
where key = :key
