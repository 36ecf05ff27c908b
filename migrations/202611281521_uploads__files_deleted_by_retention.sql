-- A file deleted under its norm leaves its row without name and bytes: its kind, size and digest show later that it was this file.
alter table attachment add column deleted_on date;
alter table attachment add constraint a_deleted_file_has_no_bytes check (deleted_on is null or (file_key = '' and original_key = '' and name = ''));
create index attachment_original_kept on attachment (uploaded_at) where original_key <> file_key;
