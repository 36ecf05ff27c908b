-- A sitting on line is held at the candidates' own computers: a proctor instead of a room, and the place as it is named in the notice.
alter table sitting alter column room_id drop not null;
alter table sitting add column mode text not null default 'offline' check (mode in ('offline', 'online'));
alter table sitting add column proctor_id uuid references account (id);
alter table sitting add column place_kk text;
alter table sitting add column place_ru text;
alter table sitting add constraint an_online_sitting_has_a_proctor_instead_of_a_room check (
  (mode = 'online') = (room_id is null) and (mode = 'online') = (proctor_id is not null) and (mode = 'online') = (place_kk is not null) and (place_kk is null) = (place_ru is null));
create index sitting_of_proctor on sitting (proctor_id, on_day) where proctor_id is not null;
