-- Where a candidate has given no photograph before, the proctor writes what he compared the face with; without the number of any paper.
alter table proctoring_session add column compared_with text;
alter table proctoring_session add constraint what_was_compared_is_said_shortly check (compared_with is null or (admitted_at is not null and char_length(compared_with) between 3 and 200));
