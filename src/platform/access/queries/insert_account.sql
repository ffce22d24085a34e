insert into access_account (person_id, email, email_folded, theme, made_at)
values (:person, :email, :email_folded, 'automatic', :now)
