-- Applications are counted anew by the day on which they were registered.
create index case_file_by_day on case_file (opened_on, id);
