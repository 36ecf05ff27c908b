-- How many appeals one decision takes is a norm [D], `appeal.perDecision`; the table only knows that no two of them are open at once.
alter table appeal drop constraint one_appeal_per_decision;
create index appeal_of_decision on appeal (decision_id, lodged_at);
create unique index one_open_appeal_per_decision on appeal (decision_id) where decided_at is null and withdrawn_at is null;
