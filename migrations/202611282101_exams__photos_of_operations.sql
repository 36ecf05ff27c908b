-- A photo tied to an operation is a word of the tablet like a mark: numbered, timed, kept. The digest is of the copy that people see, drawn anew without its metadata.
alter table mark_entry drop constraint mark_entry_kind_check;
alter table mark_entry add constraint mark_entry_kind_check check (kind in ('mark', 'stop', 'photo'));
alter table mark_entry add column photo_id uuid references attachment (id);
alter table mark_entry add column photo_sha256 text check (photo_sha256 ~ '^[0-9a-f]{64}$');
alter table mark_entry add constraint photo_with_its_digest check ((photo_id is not null) = (kind = 'photo' and refused is null) and (photo_id is null) = (photo_sha256 is null));
