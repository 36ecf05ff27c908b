-- What was entered before there was a history stands from the first day of the platform's vouchers.
insert into career_centre_region (id, organisation_id, region_kato, from_day, ground, entered_by, entered_at)
select gen_random_uuid(), c.organisation_id, c.region_kato, '2024-01-01', 'entered before the history of regions was kept', null, o.created_at from career_centre c join organisation o on o.id = c.organisation_id;
