-- Documents issued before these columns were there take them from their person and their application.
select set_config('tanu.scope', 'system', true);
update recognition_document d set holder_key = p.iin_index, funding = a.funding
  from person p, application a where p.id = d.person_id and a.case_id = d.case_id and d.holder_key is null;
