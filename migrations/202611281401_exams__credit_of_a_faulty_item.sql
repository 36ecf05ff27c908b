-- What a faulty question changed in a run that had ended: kept beside the run, never rewritten, never to anybody's harm.
create table theory_credit (
  run_id uuid not null references theory_run (id),
  fault_id uuid not null references item_fault (id),
  case_id uuid not null references case_file (id),
  credited_at timestamptz not null,
  correct_before integer not null,
  correct_after integer not null,
  passed_before boolean not null,
  passed_after boolean not null,
  primary key (run_id, fault_id),
  constraint a_credit_never_lowers check (correct_after >= correct_before and (passed_after or not passed_before))
);
create index theory_credit_of_fault on theory_credit (fault_id);
create trigger theory_credit_is_kept before update or delete on theory_credit for each row execute function journal_is_never_changed();
alter table theory_credit enable row level security;
alter table theory_credit force row level security;
create policy theory_credit_goes_with_its_case on theory_credit
  using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = case_id));
create index attempt_of_programme_version on attempt (programme_version_id);
