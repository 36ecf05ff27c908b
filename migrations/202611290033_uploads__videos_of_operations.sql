-- Videos of operations are files of the exam, as photos of operations are.
alter table attachment drop constraint attachment_kind_check;
alter table attachment add constraint attachment_kind_check
  check (kind in ('education', 'work', 'earlier-recognition', 'paper-application', 'accommodation', 'delivery-scan', 'appeal', 'complaint', 'other', 'operation-photo', 'practice-work', 'operation-video'));
