-- A violation is written down by a person, or by an entry of the closed list of the norms, which is then named: never by a score of a machine.
alter table violation alter column recorded_by drop not null;
alter table violation add column by_norm text;
alter table violation add constraint a_person_or_the_closed_list_finds_a_violation check ((recorded_by is null) = (by_norm is not null));
