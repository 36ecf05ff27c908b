-- Signals from what cases carry, from the work of a whole centre, from regions and from vouchers. Nothing follows from these either.
alter table monitoring_signal drop constraint monitoring_signal_kind_check;
alter table monitoring_signal add constraint monitoring_signal_kind_check
  check (kind in ('pass-rate', 'overfull', 'two-places', 'alike', 'agreement', 'fast', 'late', 'dormant', 'throughput', 'region-rate', 'shared-contact', 'same-upload', 'far-voucher'));
alter table signal_computation add column cases integer not null default 0;
alter table signal_computation add column papers integer not null default 0;
alter table signal_computation add column vouchers integer not null default 0;
