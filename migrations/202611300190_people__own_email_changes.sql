-- Somebody changes the e-mail address of his own account: it changes when the link sent to the new address is opened. The address asked for is kept only until
-- then; who asks anew, sets a new password or is given access back ends the link.
create table email_change (
  token_hash bytea primary key,
  account_id uuid not null references account (id),
  email text check (email = lower(email) and email <> ''),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint an_ended_email_change_forgets_its_address check ((used_at is null) = (email is not null))
);
create unique index one_open_email_change_per_account on email_change (account_id) where used_at is null;
