-- A short video of an operation is a word of the tablet as a photo is: numbered, timed, kept with the digest of the copy that people see, which says neither place nor device. Its file stands where that of a photo stands.
alter table mark_entry drop constraint mark_entry_kind_check;
alter table mark_entry add constraint mark_entry_kind_check check (kind in ('mark', 'stop', 'photo', 'video'));
alter table mark_entry drop constraint photo_with_its_digest;
alter table mark_entry add constraint photo_with_its_digest check ((photo_id is not null) = (kind in ('photo', 'video') and refused is null) and (photo_id is null) = (photo_sha256 is null));
