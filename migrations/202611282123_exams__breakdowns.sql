-- A sitting that was stopped by a failure and cannot go on that day. What was begun goes on, or is begun anew, on another day.
alter table sitting_halt add column broken_down boolean not null default false;
alter table sitting_halt add column breakdown_note text;
alter table sitting_halt add constraint a_breakdown_is_over_and_says_why check (not broken_down or (resumed_at is not null and breakdown_note <> ''));

-- A theory whose clock stands until its candidate is let in again on another day.
alter table theory_run add column interrupted_at timestamptz;
alter table theory_run add constraint what_is_interrupted_stands_still check (interrupted_at is null or (halted_at is not null and end_kind is null));

-- A run that broke down is kept and counts for nothing; its attempt has another.
alter table theory_run drop constraint theory_run_end_kind_check;
alter table theory_run add constraint theory_run_end_kind_check check (end_kind in ('handed-in', 'time', 'removal', 'stopped', 'broken-down'));
alter table theory_run drop constraint theory_run_attempt_id_key;
create unique index one_theory_of_an_attempt on theory_run (attempt_id) where end_kind is distinct from 'broken-down';
create index theory_run_of_attempt on theory_run (attempt_id);
alter table practice_run drop constraint practice_run_end_kind_check;
alter table practice_run add constraint practice_run_end_kind_check check (end_kind in ('finished', 'safety', 'removal', 'broken-down'));
alter table practice_run drop constraint practice_run_attempt_id_key;
create unique index one_practice_of_an_attempt on practice_run (attempt_id) where end_kind is distinct from 'broken-down';
create index practice_run_of_attempt on practice_run (attempt_id);
