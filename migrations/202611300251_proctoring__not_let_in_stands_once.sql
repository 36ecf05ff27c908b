-- That somebody was not let in on line stood twice: in not_let_in, with its history, and in the row of the watch. It is read from the first. What the row of a watch alone knew goes there before.
select set_config('tanu.scope', 'system', true);
insert into not_let_in (id, case_id, attempt_id, sitting_id, stage, ground, note, said_by, said_at)
  select gen_random_uuid(), s.case_id, s.attempt_id, s.sitting_id, s.stage, s.refused_ground, s.refused_note, s.refused_by, s.refused_at from proctoring_session s
  where s.refused_at is not null and not exists (select 1 from not_let_in n where n.attempt_id = s.attempt_id and n.sitting_id = s.sitting_id and n.said_at = s.refused_at);
alter table proctoring_session drop constraint who_is_not_let_in_is_told_why;
alter table proctoring_session drop column refused_at, drop column refused_by, drop column refused_ground, drop column refused_note;
