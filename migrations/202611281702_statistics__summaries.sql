-- What was counted as of a day, with everything withheld that must be: pages, files and the API read this row, never the cases.
create table statistics_summary (
  as_of date primary key,
  counted_at timestamptz not null,
  -- How far the journal had come when it was counted: what is newer may have changed it.
  journal_mark text not null,
  took_ms integer not null,
  content jsonb not null
);
