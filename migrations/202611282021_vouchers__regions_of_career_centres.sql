-- Which region's unemployed a career centre serves from which day; the next row of the same centre ends it, a row without a region leaves it with none. Nothing is edited.
create table career_centre_region (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  region_kato text references region (kato),
  from_day date not null,
  ground text not null check (ground <> ''),
  -- null: by the system, with the demonstration or before there was a history
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  constraint one_region_of_a_career_centre_a_day unique (organisation_id, from_day)
);
create trigger career_centre_region_is_kept before update or delete on career_centre_region for each row execute function journal_is_never_changed();
