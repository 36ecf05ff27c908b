-- Fingerprint of the programme as it was handed in: content, questions and keys.
alter table accreditation_line add column programme_digest text;
