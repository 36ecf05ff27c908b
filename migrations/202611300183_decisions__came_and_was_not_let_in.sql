-- A ground of non-passing of its own: he came and was not let in.
alter table decision drop constraint decision_ground_check;
alter table decision add constraint decision_ground_check check (ground in ('THEORY_NOT_PASSED', 'PRACTICE_NOT_PER_MAP', 'VIOLATION', 'NO_SHOW', 'NOT_LET_IN'));
