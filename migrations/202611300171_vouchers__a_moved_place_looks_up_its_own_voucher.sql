-- Where a place moves from and to is asked of its own voucher by its key. Joined, a plan made while the table was small read it whole for every batch afterwards: the more vouchers had been
-- issued, the longer the next ones took, until the connection was new.
create or replace function voucher_places_are_moved() returns trigger language plpgsql set enable_hashjoin to on as $$
begin
  if exists (select 1 from was where was.closed_by is not null) then raise exception 'a closed place stays closed' using errcode = '42501'; end if;
  if exists (select 1 from was join moved on moved.id = was.id where was.voucher_id is not null and moved.voucher_id is distinct from was.voucher_id) then raise exception 'a taken place stays taken' using errcode = '42501'; end if;
  insert into voucher_posting (year, region_kato, debit, credit, place_id, voucher_id)
    select f.year, f.region_kato, f.debit, f.credit, f.id, f.voucher_id from (
      select m.id, m.year, m.region_kato, m.voucher_id,
        case when w.request_id is not null then 'reserved' when w.voucher_id is not null then (select v.state from voucher v where v.id = w.voucher_id) else 'plan' end as debit,
        case when m.closed_by is not null then voucher_outside(m.closed_by) when m.request_id is not null then 'reserved' when m.voucher_id is not null then (select v.state from voucher v where v.id = m.voucher_id) else 'plan' end as credit
      from was w join moved m on m.id = w.id) f
    where f.debit <> f.credit order by f.id;
  return null;
end $$;
