-- A request to get access back that nobody decides within the days of the norm ends by itself: the address asked for is forgotten then too.
alter table access_recovery add column lapsed_at timestamptz;
alter table access_recovery drop constraint a_decided_recovery_forgets_its_address;
alter table access_recovery add constraint a_recovery_that_is_over_forgets_its_address check (num_nulls(decided_at, decided_by, given_back) in (0, 3) and (decided_at is null or lapsed_at is null) and (email is not null) = (decided_at is null and lapsed_at is null));
drop index one_open_recovery_per_account;
create unique index one_open_recovery_per_account on access_recovery (account_id) where decided_at is null and lapsed_at is null;
