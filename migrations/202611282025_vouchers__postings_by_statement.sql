-- What left one account came to another, written once for all places that a statement moves: many vouchers that are issued together cost one look and one insertion.
-- The guards stay: a closed place stays closed, a taken place stays taken.
create function voucher_places_are_opened() returns trigger language plpgsql as $$
begin
  insert into voucher_posting (year, region_kato, debit, credit, place_id, voucher_id)
    select f.year, f.region_kato, f.debit, f.credit, f.id, f.voucher_id from (
      select p.id, p.year, p.region_kato, p.voucher_id, voucher_outside(p.opened_by) as debit,
        case when p.closed_by is not null then voucher_outside(p.closed_by) when p.request_id is not null then 'reserved' when p.voucher_id is not null then v.state else 'plan' end as credit
      from opened p left join voucher v on v.id = p.voucher_id) f
    where f.debit <> f.credit order by f.id;
  return null;
end $$;

create function voucher_places_are_moved() returns trigger language plpgsql as $$
begin
  if exists (select 1 from was where was.closed_by is not null) then raise exception 'a closed place stays closed' using errcode = '42501'; end if;
  if exists (select 1 from was join moved on moved.id = was.id where was.voucher_id is not null and moved.voucher_id is distinct from was.voucher_id) then raise exception 'a taken place stays taken' using errcode = '42501'; end if;
  insert into voucher_posting (year, region_kato, debit, credit, place_id, voucher_id)
    select f.year, f.region_kato, f.debit, f.credit, f.id, f.voucher_id from (
      select m.id, m.year, m.region_kato, m.voucher_id,
        case when w.request_id is not null then 'reserved' when w.voucher_id is not null then v.state else 'plan' end as debit,
        case when m.closed_by is not null then voucher_outside(m.closed_by) when m.request_id is not null then 'reserved' when m.voucher_id is not null then v.state else 'plan' end as credit
      from was w join moved m on m.id = w.id left join voucher v on v.id = m.voucher_id) f
    where f.debit <> f.credit order by f.id;
  return null;
end $$;

drop trigger voucher_place_is_posted on voucher_place;
drop function voucher_place_is_posted();
create trigger voucher_places_are_opened after insert on voucher_place referencing new table as opened for each statement execute function voucher_places_are_opened();
create trigger voucher_places_are_moved after update on voucher_place referencing old table as was new table as moved for each statement execute function voucher_places_are_moved();
