-- A choice holds its seat while its case waits for the notification at the centre of the sitting; said once, for everybody who counts seats.
create view held_choice with (security_invoker = true) as
  select sc.sitting_id, sc.case_id
  from sitting_choice sc join sitting s on s.id = sc.sitting_id join case_file c on c.id = sc.case_id
  where sc.released_at is null and c.step = 'contract-signed' and c.centre_id = s.centre_id;
