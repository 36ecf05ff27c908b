-- The inbox of a centre reads one tab in the order of its due dates straight from an index, however many cases there are.
alter table case_file add column desk_tab text not null
  generated always as (case whose_move when 'candidate' then 'candidate' when 'centre' then 'ours' when 'assessor' then 'ours' when 'panel' then 'ours' else 'others' end) stored;
drop index case_file_inbox;
create index case_file_inbox on case_file (centre_id, desk_tab, next_due_on, id) where closed_at is null;
create index case_file_inbox_by_step on case_file (centre_id, step, next_due_on, id) where closed_at is null;

-- The same sight as before, but the settings are read once for a statement and not once for every row.
drop policy case_file_is_seen_by_its_people on case_file;
create policy case_file_is_seen_by_its_people on case_file using (
  (select current_setting('tanu.scope', true)) in ('system', 'oversight')
  or ((select current_setting('tanu.scope', true)) = 'actor' and (
    account_id = (select nullif(current_setting('tanu.account_id', true), '')::uuid)
    or centre_id = any ((select coalesce(nullif(current_setting('tanu.centre_ids', true), ''), '{}')::uuid[])::uuid[])))
);
drop function sees_case(uuid, uuid);
