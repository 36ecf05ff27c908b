-- Where the norm gives a second instance [D], a rejected appeal may be followed by one more, once: it names the appeal that was rejected.
alter table appeal
  add column second_of uuid references appeal (case_id),
  add constraint an_appeal_is_not_its_own_second check (second_of <> case_id);
create unique index one_second_appeal_per_appeal on appeal (second_of);
