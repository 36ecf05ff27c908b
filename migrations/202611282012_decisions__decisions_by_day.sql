-- Outcomes are counted anew by the day of the decision.
create index decision_by_day on decision (decided_on, id);
