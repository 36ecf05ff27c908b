-- Where the norm lets a missed term be restored [D], an appeal that comes after T6 says why, and its panel decides on that first: what is not restored cannot be upheld.
alter table appeal
  add column late_reason text check (late_reason <> ''),
  add column term_restored boolean,
  add constraint only_a_late_appeal_restores_a_term check (term_restored is null or late_reason is not null),
  add constraint a_late_appeal_is_not_decided_without_its_term check (late_reason is null or outcome is null or term_restored is not null),
  add constraint a_term_that_was_not_restored_upholds_nothing check (outcome is null or outcome = 'rejected' or term_restored is not false);
