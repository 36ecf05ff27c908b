-- What a member of a panel opened to decide ends with his seat, and not when its hours are over: whoever gave it up, or sat on a panel that was dissolved, decides nothing any more.
alter table recording_view add column closed_at timestamptz;
