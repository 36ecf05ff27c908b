-- Where the programme allows it the candidate chooses how the theory is held: in the centre, or on line with proctoring [S].
alter table application add column exam_mode text not null default 'offline' check (exam_mode in ('offline', 'online'));
