-- Where a profession stands in other classifications, and which sectoral frameworks there are: optional, each row with its source.
create table classification_mapping (
  id uuid primary key,
  profession_code text not null references profession (code),
  scheme text not null check (scheme in ('nkz', 'isco08', 'esco')),
  scheme_code text not null check (scheme_code <> ''),
  title_kk text not null default '',
  title_ru text not null default '',
  title_en text not null default '',
  source text not null check (source <> ''),
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  ended_at timestamptz
);
create unique index one_standing_mapping on classification_mapping (profession_code, scheme, scheme_code) where ended_at is null;
create table sectoral_framework (
  id uuid primary key,
  code text not null check (code <> ''),
  body_code text not null references sector_body (code),
  title_kk text not null,
  title_ru text not null,
  act_kk text not null default '',
  act_ru text not null default '',
  source text not null check (source <> ''),
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  ended_at timestamptz
);
create unique index one_standing_framework on sectoral_framework (code) where ended_at is null;
