-- The day on which another certificate took the place of this one: an extension or a re-issue, and no fault of the centre.
alter table accreditation_certificate add column replaced_on date;
