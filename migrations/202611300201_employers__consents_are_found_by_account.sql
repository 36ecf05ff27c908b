-- Whose a consent is says the account that gave it: once a clerk finds that its claimed person is one known before, the account is that person's, and what it let an employer see goes with it.
drop index employer_document_consent_of_organisation;
drop index employer_document_consent_of_person;
create index employer_document_consent_of_organisation on employer_document_consent (organisation_id, account_id, seq desc);
create index employer_document_consent_of_account on employer_document_consent (account_id, organisation_id, seq desc);
