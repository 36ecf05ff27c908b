-- A version may begin on a day to come: the one before it ends there, and at most one version of an entry is open.
drop index profession_version_current;
create unique index one_open_version_per_profession on profession_version (code) where valid_until is null;
create index profession_version_of_code on profession_version (code, valid_from);
-- An edition of the register: what was published at once, as a difference to what stood before.
create table register_edition (
  no integer primary key check (no > 0),
  published_at timestamptz not null,
  published_on date not null
);
alter table profession_version add column edition_no integer references register_edition (no);
alter table profession_version add column struck_edition_no integer references register_edition (no);
create index profession_version_of_edition on profession_version (edition_no) where edition_no is not null;
create index profession_version_struck_in on profession_version (struck_edition_no) where struck_edition_no is not null;
-- What a sector body proposed is known from its proposal.
alter table profession_version drop constraint profession_version_provenance_check;
alter table profession_version add constraint profession_version_provenance_check check (provenance in ('slides', 'demonstration', 'import', 'proposal'));
alter table profession_version drop constraint profession_version_attributes_provenance_check;
alter table profession_version add constraint profession_version_attributes_provenance_check check (attributes_provenance in ('demonstration', 'import', 'unknown', 'proposal'));
