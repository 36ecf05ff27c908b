-- The day on which what hung on a finished case was deleted under its norm of retention: the case itself, its journal and its document stay.
alter table case_file add column file_deleted_on date;
alter table case_file add constraint only_a_closed_case_loses_its_file check (file_deleted_on is null or closed_at is not null);
create index case_file_to_be_cleared on case_file (closed_at) where closed_at is not null and file_deleted_on is null;
