-- A proctor who cannot let somebody in says why: on which ground, in his words, when. New pictures are looked at anew, and whoever is let in after all has nothing of it standing against him here.
alter table proctoring_session add column refused_at timestamptz;
alter table proctoring_session add column refused_by uuid references account (id);
alter table proctoring_session add column refused_ground text check (refused_ground in ('face-differs', 'document', 'room', 'not-shown'));
alter table proctoring_session add column refused_note text;
alter table proctoring_session add constraint who_is_not_let_in_is_told_why check (num_nulls(refused_at, refused_by, refused_ground, refused_note) in (0, 4) and (refused_at is null or admitted_at is null));
