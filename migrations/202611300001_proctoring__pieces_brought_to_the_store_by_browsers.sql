-- A piece of a recording may come to the store past the server: then the browser has sealed it, with a key of its own that is made from the key of the watch.
-- One that did not open is remembered from the first time it was found.
alter table proctoring_chunk add column sealed_by text not null default 'server' check (sealed_by in ('server', 'browser'));
alter table proctoring_chunk add column broken_at timestamptz;
