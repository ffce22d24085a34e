-- What is below the unit leaves with it, but for what is below another unit that stays.
delete from organisation_unit_path
where over_id = :network
  and via = 'network'
  and unit_id in (select unit_id from organisation_unit_path where over_id = :unit and via = 'line')
  and unit_id not in (select h.unit_id
                      from organisation_network_unit m
                      join organisation_unit_path h on h.over_id = m.unit_id and h.via = 'line'
                      where m.network_id = :network and m.left_on is null)
