-- A saved answer tells the candidate how many warnings he has not read yet. It was counted anew with each answer, which cost as much as
-- a fifth of writing it; now the run keeps the number, and whatever writes a violation brings it along in its own transaction.
alter table theory_run add column unread_warnings smallint not null default 0;

create function unread_warnings_of(attempt uuid) returns smallint language sql stable as $$
  select count(*)::smallint from violation where attempt_id = attempt and acknowledged_at is null
$$;

create function run_counts_unread_warnings() returns trigger language plpgsql as $$
begin
  update theory_run set unread_warnings = unread_warnings_of(attempt_id) where attempt_id = coalesce(new.attempt_id, old.attempt_id);
  return null;
end
$$;
create trigger violation_is_counted after insert or update of acknowledged_at or delete on violation
  for each row execute function run_counts_unread_warnings();

-- A theory that begins after a warning in the practice begins with it.
create function run_begins_with_warnings() returns trigger language plpgsql as $$
begin
  new.unread_warnings := unread_warnings_of(new.attempt_id);
  return new;
end
$$;
create trigger theory_run_begins_with_warnings before insert on theory_run
  for each row execute function run_begins_with_warnings();

update theory_run r set unread_warnings = unread_warnings_of(r.attempt_id)
where exists (select 1 from violation v where v.attempt_id = r.attempt_id and v.acknowledged_at is null);
