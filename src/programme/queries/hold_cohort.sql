update programme_cohort
set name = name
where id = :cohort
