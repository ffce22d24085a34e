delete from document_order
where board_id = :board and person_id = :person and id not in (
  select id
  from document_order
  where board_id = :board and person_id = :person
  order by ordered_at desc, id desc
  limit :most)
