-- Every version of them, for what somebody changes by hand stays when an import shows its own.
update organisation_person_version
set given_name = :given_name, prefix = :prefix, family_name = :family_name, email = :email, sort_name = :sort_name, terms = :terms, touched = 1
where board_id = :board and id = :id
