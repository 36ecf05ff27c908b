-- Behind policy.ts, not instead of it: a centre sees its cases, a person his own, oversight all, the system all. Default: nothing.
create function sees_case(centre uuid, account uuid) returns boolean language sql stable as $$
  select case current_setting('tanu.scope', true)
    when 'system' then true
    when 'oversight' then true
    when 'actor' then
      account = nullif(current_setting('tanu.account_id', true), '')::uuid
      or centre = any (coalesce(nullif(current_setting('tanu.centre_ids', true), ''), '{}')::uuid[])
    else false
  end
$$;

alter table case_file enable row level security;
alter table case_file force row level security;
create policy case_file_is_seen_by_its_people on case_file using (sees_case(centre_id, account_id)) with check (sees_case(centre_id, account_id));

do $$
declare name text;
begin
  foreach name in array array['application', 'application_check', 'accommodation', 'refusal', 'contract', 'attempt', 'notification', 'theory_run',
    'practice_run', 'violation', 'incident', 'panel', 'decision', 'fail_notice', 'recognition_document', 'delivery', 'appeal', 'complaint', 'deadline']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (current_setting(''tanu.scope'', true) = ''system'' or exists (select 1 from case_file c where c.id = case_id))',
      name || '_goes_with_its_case', name);
  end loop;
end $$;
