-- A complaint may name the person it is about, who then does not answer it; the answer says what was found and done.
alter table complaint add column about uuid references account (id);
alter table complaint add column finding text check (finding in ('justified', 'partly', 'unjustified'));
alter table complaint add column measures text not null default '';
alter table complaint add constraint an_answer_has_its_finding check ((answer is null) = (finding is null));
alter table complaint add constraint nobody_answers_for_himself check (about is null or answered_by is null or about <> answered_by);
create index case_file_of_kind on case_file (kind, opened_at desc) where kind <> 'recognition';

-- The chamber that accredits the centres reads complaints of every centre, and nothing else of a case.
create function is_of_the_chamber() returns boolean language sql stable as $$
  select exists (select 1 from role_grant g where g.account_id = nullif(current_setting('tanu.account_id', true), '')::uuid and g.role = 'accreditor' and g.revoked_at is null)
$$;
create policy complaints_are_seen_by_the_chamber on case_file for select using (kind = 'complaint' and (select is_of_the_chamber()));
