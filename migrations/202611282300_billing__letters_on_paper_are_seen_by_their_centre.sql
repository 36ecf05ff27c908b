-- The second wall behind the policy, as on every table of money: a letter is the centre's that wrote it.
alter table paper_letter enable row level security;
alter table paper_letter force row level security;
create policy paper_letter_is_seen_by_its_centre on paper_letter using (sees_money(centre_id, null::uuid));
