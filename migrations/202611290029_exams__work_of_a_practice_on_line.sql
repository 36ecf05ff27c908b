-- A practice on line has an end of the candidate's work before its own end: the work is handed in, its time is over, or he was removed; assessors mark after it.
alter table practice_run add column if not exists work_ended_at timestamptz;
alter table practice_run add column if not exists work_end_kind text;
alter table practice_run add column if not exists work_seconds_added integer not null default 0;
