-- A voucher that is issued says of its person what the request says: it is the same person and the same account, and stays so. One key to the request tells that, instead of one to the
-- person, one to the account and one to the request, none of which held the three together; who that is, the keys of the request tell.
alter table voucher_request add constraint a_request_is_of_one_person unique (id, person_id, account_id);
alter table voucher drop constraint voucher_request_id_fkey, drop constraint voucher_person_id_fkey, drop constraint voucher_account_id_fkey,
  add constraint a_voucher_is_for_who_asked foreign key (request_id, person_id, account_id) references voucher_request (id, person_id, account_id) on update cascade,
  -- A key of several columns says nothing where one of them is empty.
  add constraint an_issued_voucher_was_asked_for check (case origin when 'issued' then request_id is not null and person_id is not null and account_id is not null else request_id is null and person_id is null and account_id is null end);

-- Who issued it is who decided the request; it stood here once more and nobody read it.
alter table voucher drop column issued_by;

-- The region of a voucher is that of its place, and that one's is looked up when it is opened. The check asked this of new vouchers only; now of moved ones too.
alter table voucher drop constraint voucher_region_kato_fkey;
drop trigger a_voucher_has_its_place on voucher;
create constraint trigger a_voucher_has_its_place after insert or update of year, region_kato on voucher deferrable initially deferred for each row execute function voucher_has_its_place();
create function voucher_place_stays_where_it_is() returns trigger language plpgsql as $$
begin
  raise exception 'a place stays in its year and region' using errcode = '42501';
end $$;
create trigger voucher_place_stays_where_it_is before update of year, region_kato on voucher_place for each row when (old.year <> new.year or old.region_kato <> new.region_kato) execute function voucher_place_stays_where_it_is();

-- Vouchers of an account are found by its requests. Most places are kept for no request: those need no entry.
drop index voucher_of_account;
alter table voucher_place drop constraint voucher_place_request_id_key;
create unique index voucher_place_request_id_key on voucher_place (request_id) where request_id is not null;

-- What is counted by region are the places that are left; a taken one needs no entry any more.
drop index voucher_place_of_region;
create index voucher_place_left on voucher_place (year, region_kato) where closed_by is null and voucher_id is null;
