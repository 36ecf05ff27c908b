-- A paper is of the day on which the centre received it, not of the day on which a clerk enters it.
alter table contract add column received_on date;
alter table application add column withdrawn_on date;
update application set withdrawn_on = (withdrawn_at at time zone 'Asia/Almaty')::date where withdrawn_at is not null;
