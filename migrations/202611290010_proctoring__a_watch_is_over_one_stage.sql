-- An attempt may be watched twice: at its theory and at its practice. Each watch has an id of its own, its key, its recording and its review.
-- Watches made before were over the theory and keep as their id that of the attempt: what was sealed is bound to it.
select set_config('tanu.scope', 'system', true);
alter table proctoring_session rename column attempt_id to id;
alter table proctoring_session drop constraint proctoring_session_attempt_id_fkey;
alter table proctoring_session add column attempt_id uuid references attempt (id);
alter table proctoring_session add column stage text not null default 'theory' check (stage in ('theory', 'practice'));
update proctoring_session set attempt_id = id;
alter table proctoring_session alter column attempt_id set not null;
alter table proctoring_session alter column stage drop default;
alter table proctoring_session add constraint one_watch_of_a_stage unique (attempt_id, stage);

do $$
declare name text;
begin
  foreach name in array array['proctoring_picture', 'proctoring_chunk', 'proctoring_flag', 'proctoring_signal', 'proctoring_message', 'proctoring_review', 'recording_view']
  loop
    execute format('alter table %I rename column attempt_id to session_id', name);
    execute format('alter table %I rename constraint %I to %I', name, name || '_attempt_id_fkey', name || '_session_id_fkey');
  end loop;
  foreach name in array array['proctoring_picture', 'proctoring_flag', 'proctoring_signal', 'proctoring_message', 'recording_view']
  loop
    execute format('alter index %I rename to %I', name || '_of_attempt', name || '_of_session');
  end loop;
end $$;

-- Assessors mark the practice from its recording; each such opening is written down as every other.
alter table recording_view drop constraint recording_view_purpose_check;
alter table recording_view add constraint recording_view_purpose_check check (purpose in ('live-watch', 'review', 'decision', 'appeal', 'complaint', 'own', 'marking'));
