-- A programme belongs either to a centre or to an application of an organisation that is none yet. The application's stays with it for ever; the centre gets a copy.
alter table programme add column application_id uuid;
alter table programme add column kept_by uuid references organisation (id);
alter table programme add constraint programme_of_an_application_has_its_writers check ((application_id is null) = (kept_by is null));
alter table programme drop constraint one_programme_per_centre_profession_level;
create unique index one_programme_per_centre_profession_level on programme (centre_id, profession_code, level) where application_id is null;
create unique index one_programme_per_application_profession_level on programme (application_id, profession_code, level) where application_id is not null;
-- What was handed in is reviewed as it is: never written in again, never approved itself.
alter table programme_version add column handed_in_at timestamptz;
alter table programme_version add constraint handed_in_programme_is_never_approved check (handed_in_at is null or (approved_at is null and submitted_at is null));
