-- Whoever came and was not let in by the end of his sitting is not absent. He gets another day, as often as the norm says, with the ground kept; after that it ends his attempt under its own name.
alter table postponement drop constraint postponement_kind_check;
alter table postponement add constraint postponement_kind_check check (kind in ('candidate', 'illness', 'centre', 'not-let-in'));
alter table postponement add column not_let_in_id uuid references not_let_in (id);
alter table postponement add constraint who_was_not_let_in_has_his_ground check ((kind = 'not-let-in') = (not_let_in_id is not null));
alter table no_show add column not_let_in_id uuid references not_let_in (id);
alter table no_show_excuse add column not_let_in_id uuid references not_let_in (id);
