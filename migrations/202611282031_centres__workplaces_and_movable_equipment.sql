-- Workplaces for the practice beside the seats; null: nobody has said, the seats hold for both.
alter table room add column workplaces integer check (workplaces >= 0);
-- A piece that may be carried to a sitting in another room.
alter table equipment add column movable boolean not null default false;
