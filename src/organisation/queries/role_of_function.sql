select role
from organisation_function
where board_id = :board and lower(name) = lower(:name)
order by case name when :name then 0 else 1 end
limit 1
