-- What a tablet delivers stays in the log of the marks also where the law did not take it, with its reason; a stop for a breach of safety is such a word too.
alter table mark_entry add column kind text not null default 'mark' check (kind in ('mark', 'stop'));
alter table mark_entry add column refused text check (refused <> '');
-- Seconds of the operation by the timer of the tablet, where the assessor used it.
alter table mark_entry add column measured_seconds integer check (measured_seconds between 0 and 86400);
alter table mark add column measured_seconds integer check (measured_seconds between 0 and 86400);
