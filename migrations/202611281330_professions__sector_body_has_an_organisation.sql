-- A sector state body of the register may have its desk here: the organisation whose officers keep its professions.
alter table sector_body add column organisation_id uuid references organisation (id);
alter table sector_body add constraint one_body_per_organisation unique (organisation_id);
