-- The question whether a sign-in still stands exactly as somebody believes it to be, for a statement of another module that acts at
-- once (ADR 0020). Inlined into that statement, so it costs one look by key; without rights of its own: who asks must see sign-ins.
create function living_sign_in(token bytea, session uuid, account uuid, at timestamptz, seen_since timestamptz, rotated_since timestamptz)
returns table (session_id uuid) language sql stable as $$
  select s.id from sign_in_session s join account a on a.id = s.account_id and a.closed_at is null
  where s.token_hash = token and s.id = session and s.account_id = account
    and s.ended_at is null and s.expires_at > at and s.seen_at > seen_since and s.rotated_at > rotated_since
$$;
