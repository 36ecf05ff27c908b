-- One row for every statement that changed the register: what a process keeps of the register is compared with them, without reading ten thousand versions for it.
create table register_change (no bigint generated always as identity primary key);

create function note_register_change() returns trigger language plpgsql as $$
begin
  insert into register_change default values;
  return null;
end $$;

create trigger register_changes_are_noted after insert or update or delete or truncate on profession_version
  for each statement execute function note_register_change();

insert into register_change default values;
