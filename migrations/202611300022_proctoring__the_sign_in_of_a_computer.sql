-- A browser that lost its name in the middle of an exam is known by its sign-in: it is no second computer. Names it had before are kept, so that two that share a sign-in are told apart.
alter table proctoring_session add column device_sign_in uuid;
alter table proctoring_session add column former_devices uuid[] not null default '{}';
