-- The computer at which a theory on line is written, as it was heard last: an answer from another is not taken. Null in the centre, where the seat code says who sits.
alter table theory_run add column device uuid;
