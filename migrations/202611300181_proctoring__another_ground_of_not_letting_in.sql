-- One list of grounds for the centre and for an exam on line.
alter table proctoring_session drop constraint proctoring_session_refused_ground_check;
alter table proctoring_session add constraint proctoring_session_refused_ground_check check (refused_ground in ('no-document', 'document', 'face-differs', 'not-shown', 'room', 'other'));
