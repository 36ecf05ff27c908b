-- Conditions that matter to the watch of an online exam, by their names: what each switches off is a norm.
alter table accommodation drop constraint accommodation_kind_check;
alter table accommodation add constraint accommodation_kind_check check (kind in ('extra-time', 'large-print', 'place', 'assistant', 'tics', 'covered-face', 'glasses', 'other'));
