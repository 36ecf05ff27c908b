-- A candidate whose face is covered for religious reasons shows it in a closed moment to one person and to no camera that keeps it: whether the watch is one of those, who looked and when. No picture.
alter table proctoring_session add column closed_comparison boolean not null default false;
alter table proctoring_session add column closed_look_by uuid references account (id);
alter table proctoring_session add column closed_look_at timestamptz;
alter table proctoring_session add constraint a_closed_look_has_its_person check ((closed_look_by is null) = (closed_look_at is null) and (closed_look_by is null or closed_comparison));
