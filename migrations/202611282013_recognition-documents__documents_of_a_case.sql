-- Whose documents are counted anew is found by the case that got an entry in its timeline.
create index recognition_document_of_case on recognition_document (case_id);
