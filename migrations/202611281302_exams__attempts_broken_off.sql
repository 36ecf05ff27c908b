-- An attempt that ends because its case moved or was closed is none of the candidate's: it does not count.
alter table attempt add column broken_off boolean not null default false;
alter table attempt add constraint what_is_broken_off_has_ended check (not broken_off or ended_at is not null);
