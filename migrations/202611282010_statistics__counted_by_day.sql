-- What was counted, kept by day: the number of any day is the sum of what began to count up to it. Rows are counted anew by `of_day`, the day under which
-- they were entered (an application its registration, a decision its own, a document its issue): it never changes, so a changed case is found by it.
create table statistics_day (
  theme text not null,
  of_day date not null,
  -- From which day on it counts; what ceases to count stands here once more with a minus.
  from_day date not null,
  year smallint not null,
  by text not null,
  value text not null,
  n integer not null
);
create index statistics_day_anew on statistics_day (theme, of_day);

-- One row: how far the journal is in the days, and when everything was last counted from the first day to the last.
create table statistics_progress (
  one boolean primary key default true check (one),
  journal_mark text not null,
  journal_at timestamptz not null,
  -- Batches of documents from before Tanu that are in the days.
  batches integer not null,
  whole_at timestamptz not null
);
