-- To what the count of violations belongs is a norm: to the whole attempt, or to each stage by itself. A row now says in which count it
-- stands, so that whoever reads it needs no norm, and a third one of the same count stays impossible. Of a case that counts by stage the
-- first violation of the practice may stand beside one of the theory.
alter table violation add column counted_in text not null default 'attempt'
  constraint a_violation_counts_in_the_attempt_or_in_its_own_stage check (counted_in in ('attempt', stage));
alter table violation alter column counted_in drop default;
alter table violation drop constraint two_violations_end_an_attempt;
alter table violation add constraint two_violations_of_one_count_end_an_attempt unique (attempt_id, counted_in, ordinal);
