-- A panel that was called can be put right before it has decided: a seat is left with its ground, a panel is dissolved with its ground.
-- No row goes away: who sat, how he voted, who took the seat and why stays to be read. The vote of a seat that was left counts no more.
alter table panel_member
  add column left_at timestamptz,
  add column left_ground text check (left_ground in ('illness', 'absence', 'conflict', 'role-lost', 'other')),
  add column left_note text,
  add column left_by uuid,
  add column successor_id uuid references account (id),
  add constraint a_seat_is_left_with_its_ground check ((left_at is null) = (left_ground is null) and (left_at is null) = (left_by is null) and (left_at is null) = (successor_id is null)),
  add constraint nobody_succeeds_himself check (successor_id <> account_id);
create unique index one_chair_of_a_panel on panel_member (panel_id) where chair and left_at is null;

alter table panel
  add column dissolved_ground text check (dissolved_ground in ('composition', 'unable', 'other')),
  add column dissolved_note text,
  add column dissolved_by uuid,
  add constraint a_dissolved_panel_is_closed_with_its_ground check ((dissolved_ground is null) = (dissolved_by is null) and (dissolved_ground is null or closed_at is not null));
