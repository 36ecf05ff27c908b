-- An employer is reminded of documents from before Tanu and of mandatory recognition too: the id is that of any of the three registers, and an id is the same in no two of them.
alter table employer_reminder drop constraint employer_reminder_document_id_fkey;
