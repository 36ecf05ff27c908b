-- One device behind the applications of many people.
alter table monitoring_signal drop constraint monitoring_signal_kind_check;
alter table monitoring_signal add constraint monitoring_signal_kind_check
  check (kind in ('pass-rate', 'overfull', 'two-places', 'alike', 'agreement', 'fast', 'late', 'dormant', 'throughput', 'region-rate', 'shared-contact', 'shared-device', 'same-upload', 'far-voucher'));
alter table signal_computation add column devices integer not null default 0;
