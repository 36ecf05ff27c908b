-- A decision about a profession, or about a day to come, goes on in the certificate that follows: the same decision of the same people.
alter table certificate_event add column copied_from uuid references certificate_event (id);
