-- How many days one paper extends a voucher at most is a norm [D], `voucher.extensionMostDays`; the table only knows that it is at least one.
alter table voucher_extension drop constraint voucher_extension_days_check;
alter table voucher_extension add constraint an_extension_has_days check (days >= 1);
