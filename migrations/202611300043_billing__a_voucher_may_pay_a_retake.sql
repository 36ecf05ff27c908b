-- Where the norm lets a voucher cover a retake, it pays two sittings: the first and one retake. Each is a service of its own, paid once.
select set_config('tanu.scope', 'system', true);

alter table act_line drop constraint act_line_voucher_id_fkey;
drop index a_voucher_is_paid_once;
alter table act_line add column attempt_id uuid;
update act_line l set attempt_id = s.attempt_id from voucher_service s where s.voucher_id = l.voucher_id;
alter table act_line alter column attempt_id set not null;

alter table voucher_service drop constraint voucher_service_pkey;
alter table voucher_service add primary key (attempt_id);
alter table voucher_service drop constraint a_sitting_is_paid_once;
alter table voucher_service add column is_retake boolean not null default false;
alter table voucher_service add constraint a_voucher_pays_a_sitting_and_a_retake_once unique (voucher_id, is_retake);

alter table act_line add constraint act_line_attempt_id_fkey foreign key (attempt_id) references voucher_service (attempt_id);
alter table act_line drop column voucher_id;
create unique index a_sitting_is_in_one_living_act on act_line (attempt_id) where released_at is null;
