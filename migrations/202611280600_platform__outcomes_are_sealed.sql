-- What an act answered is kept for the same request sent twice; sealed, since it may hold the token of an exam seat.
-- The unsealed answers go: a request answered before this and sent once more is refused, and does nothing twice.
alter table request_key alter column outcome type bytea using null;
