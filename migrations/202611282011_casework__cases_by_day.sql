-- Applications are counted anew by the day on which they were registered; terms behind a number are listed by their last day.
create index case_file_by_day on case_file (opened_on, id);
create index deadline_by_day on deadline (due_on, id);
