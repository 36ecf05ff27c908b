-- A practice on line is marked from its recording, on a later day too: the list of an assessor asks for those that are not ended,
-- however long ago they were held. They are few among all that ever were.
create index practice_still_to_mark on practice_run (sitting_id) where work_minutes is not null and end_kind is null;
