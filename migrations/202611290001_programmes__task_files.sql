-- The bytes of the files that a candidate gets with the task of his practice. Which edition gives which files, and their digests, the edition itself says and freezes;
-- a copy of an edition names the same files, so a row belongs to no single one of them.
create table task_file (
  id uuid primary key,
  name text not null,
  media_type text not null,
  size integer not null check (size > 0),
  sha256 bytea not null,
  file_key text not null,
  original_key text not null,
  uploaded_by uuid not null references account (id),
  uploaded_at timestamptz not null
);
