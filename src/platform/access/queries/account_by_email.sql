select person_id as person, email, coalesce(password_hash, '') as password_hash
from access_account
where email_folded = :email
