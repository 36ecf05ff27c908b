/** Who owns which table; a neighbour asks the owner. The first migrations laid the tables of several modules at once, later ones are named for the owner. */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  platform: ['instance', 'request_key', 'journal_entry', 'journal_checkpoint', 'journal_checkpoint_head', 'journal_checkpoint_key', 'paper'],
  people: ['organisation', 'person', 'account', 'recovery_code', 'password_reset', 'email_change', 'sign_in_session', 'role_grant', 'api_key', 'consent', 'letter',
    'device_use', 'common_computer',
  ],
  norms: ['norm_edition', 'norm_proposal'],
  uploads: ['attachment', 'stored_file'],
  casework: ['case_sequence', 'case_file', 'deadline', 'case_hold', 'case_move'],
  professions: ['region', 'sector_body', 'field', 'profession', 'profession_version', 'centre_interest', 'register_edition', 'register_change'],
  centres: ['centre', 'accreditation_certificate', 'certificate_event', 'certificate_reminder', 'centre_scope', 'price_list', 'price', 'accessibility_feature', 'room',
    'centre_contacts', 'centre_hours', 'centre_hours_exception',
    'examiner_competence',
    'centre_contract_terms',
    'equipment', 'equipment_fault',
  ],
  accreditation: ['accreditation_case', 'accreditation_sequence', 'accreditation_clock', 'accreditation_line', 'accreditation_paper', 'regional_chamber',
    'accreditation_filing', 'accreditation_staff', 'accreditation_check',
    'accreditation_expert', 'accreditation_expert_mark',
    'accreditation_agreement', 'accreditation_commission', 'accreditation_commissioner', 'accreditation_vote', 'accreditation_issue', 'accreditation_contract', 'accreditation_delivery',
    'survey', 'survey_surveyor', 'survey_entry',
    'potential_centre', 'potential_centre_profession', 'potential_centre_note',
    'certificate_reissue',
  ],
  'mandatory-outcomes': ['mandatory_outcome', 'mandatory_outcome_version', 'mandatory_procedure', 'mandatory_import'],
  employers: ['referral', 'referral_consent', 'employer_document_consent', 'referral_import', 'employer_desk_request'],
  vouchers: ['voucher_order', 'voucher_order_line', 'voucher_request', 'voucher_paper', 'voucher', 'voucher_extension', 'voucher_reminder', 'voucher_place', 'voucher_posting', 'voucher_balance', 'voucher_ledger_differences', 'employment_simulation', 'career_centre', 'career_centre_region'],
  programmes: ['programme', 'programme_version', 'item', 'answer_key', 'item_fault', 'task_file'],
  standards: ['basis', 'basis_version', 'basis_profession', 'basis_import',
    'classification_mapping', 'sectoral_framework',
  ],
  scheduling: ['sitting', 'sitting_assessor',
    'booking', 'staff_absence', 'staff_hours',
  ],
  applications: ['application_draft', 'application', 'application_check', 'returned_application', 'accommodation', 'refusal', 'contract', 'payment', 'settlement', 'own_people_note', 'access_recovery'],
  billing: ['ledger_account', 'ledger_entry', 'invoice', 'provider_order', 'joint_order', 'provider_notice', 'simulated_charge', 'bank_statement', 'bank_line', 'refund',
    'voucher_service', 'act_of_works', 'act_line',
    'paper_letter',
  ],
  exams: [
    'attempt', 'notification', 'notification_sitting', 'acknowledgement', 'theory_run', 'theory_credit', 'answer_event', 'answer', 'practice_run', 'mark', 'violation', 'incident', 'no_show',
    'sitting_halt', 'seat_sign', 'mark_entry', 'mark_sheet', 'third_assessor', 'step_verdict',
    'sheet_set_aside',
    'interest_declaration',
    'postponement',
    'sitting_choice', 'held_choice', 'day_wish',
    'sitting_pack',
    'no_show_excuse',
    'not_let_in',
    'practice_work_file',
    'online_breakdown',
  ],
  proctoring: ['proctoring_session', 'proctoring_picture', 'reference_photo', 'proctoring_chunk', 'proctoring_signal', 'proctoring_flag', 'proctoring_answer', 'proctoring_message', 'proctoring_review', 'recording_view'],
  decisions: ['panel', 'panel_member', 'vote', 'decision'],
  'recognition-documents': ['fail_notice', 'recognition_document', 'annulment', 'delivery', 'expiry_reminder', 'employer_reminder',
    'historic_batch', 'historic_document',
  ],
  appeals: ['appeal', 'complaint'],
  monitoring: ['monitored_centre', 'monitoring_check', 'monitoring_report', 'monitoring_finding', 'remedy_order', 'remedy_extension', 'remedy_answer', 'monitoring_paper',
    'monitoring_signal', 'signal_computation'],
  continuations: ['continuation'],
  register: ['calendar_version', 'calendar_day', 'long_work',
    'register_proposal', 'register_proposal_sequence', 'register_proposal_paper',
  ],
  audit: ['case_view'],
  statistics: ['statistics_summary', 'statistics_day', 'statistics_progress'],
  retention: ['retention_sweep', 'retention_deletion'],
}

/** Migrations that laid the tables of several modules in one file. */
export const FOUNDATION = /^20261124(0900_platform|0910_people|0920_registers|0930_casework)__/

/** Read models that name tables of a neighbour, each for its reason. Nothing here writes; an entry that is no longer needed fails. */
export const ALLOWED: Readonly<Record<string, { tables: readonly string[]; why: string }>> = {
  'src/modules/casework/store/inbox-store.ts': { tables: ['person', 'account', 'profession_version'], why: 'the inbox is asked by every clerk all day and stays one statement' },
  'src/modules/casework/store/waiting-figures-store.ts': { tables: ['application'], why: 'who waits is counted for the whole country at once, apart by the mode he chose; applications lie above' },
  'src/modules/casework/store/case-list-store.ts': { tables: ['person', 'organisation', 'profession_version'], why: 'the line of a case that every list shows: the one place where its names are joined' },
  'src/modules/exams/theory/store/answer-store.ts': { tables: ['case_file'], why: 'autosave of a whole room: whose case it is, under one lock' },
  'src/modules/exams/conduct/store/conduct-store.ts': { tables: ['case_file', 'person', 'application', 'accommodation'], why: 'the console of a sitting is drawn anew every few seconds' },
  'src/modules/recognition-documents/store/document-store.ts': { tables: ['case_file', 'profession_version', 'centre', 'organisation'], why: 'the public verification is one statement: every employer comes that way' },
  'src/modules/recognition-documents/store/holder-figures-store.ts': { tables: ['case_file'], why: 'days from application to document are counted for the whole country at once; cases belong to casework' },
  'src/modules/recognition-documents/store/day-figures-store.ts': { tables: ['case_file'], why: 'the same, told by day' },
  'src/modules/decisions/store/day-outcomes-store.ts': { tables: ['case_file'], why: 'outcomes of the whole country by day, by the centre and profession of their cases' },
  'src/modules/centres/store/centre-store.ts': { tables: ['organisation'], why: 'a centre is an organisation with more columns under the same id' },
  'src/modules/people/store/letter-store.ts': { tables: ['case_file'], why: 'a letter names its case, and cases lie above' },
  'src/modules/uploads/store/attachment-store.ts': { tables: ['application_draft', 'case_file', 'accreditation_paper', 'register_proposal_paper', 'monitoring_paper', 'employer_desk_request', 'proctoring_chunk', 'proctoring_picture', 'reference_photo', 'task_file', 'voucher_paper'], why: 'whose file it is, locked, and which the sweep spares; drafts and cases lie above' },
  'src/modules/centres/store/room-store.ts': { tables: ['sitting'], why: 'a room with sittings ahead is not closed; sittings lie above' },
  'src/modules/centres/equipment/store/equipment-store.ts': { tables: ['booking', 'sitting'], why: 'a piece that a sitting to come has taken does not leave; bookings lie above' },
  'src/modules/programmes/store/programme-store.ts': { tables: ['contract', 'attempt'], why: 'how many cases hold a version; contracts and attempts lie above' },
  'src/modules/scheduling/store/sitting-store.ts': { tables: ['room', 'notification', 'notification_sitting', 'held_choice', 'case_file'], why: 'seats taken are counted for a whole schedule at once; notifications lie above' },
  'src/modules/decisions/store/outcome-figures-store.ts': { tables: ['case_file'], why: 'public figures of a centre are counted in one statement; its cases belong to casework' },
  'src/modules/appeals/store/appeal-figures-store.ts': { tables: ['case_file'], why: 'appeals behind a number are listed with their case for the whole country at once' },
  'src/modules/appeals/store/complaint-figures-store.ts': { tables: ['case_file'], why: 'public figures of a centre are counted in one statement; its cases belong to casework' },
  'src/modules/scheduling/store/free-day-store.ts': { tables: ['notification', 'notification_sitting', 'held_choice', 'case_file'], why: 'free seats of all centres are counted at once for the public list; notifications lie above' },
  'src/modules/applications/store/contract-store.ts': { tables: ['theory_run', 'practice_run', 'attempt', 'fail_notice'], why: 'what earlier attempts showed, for a retake; exams and documents lie above' },
  'src/modules/applications/store/removal-store.ts': { tables: ['case_file', 'theory_run', 'practice_run', 'appeal', 'proctoring_review'], why: 'who was removed from an exam may be barred for a time; exams, watches and appeals lie above' },
  'src/platform/acts/law-book.ts': { tables: ['calendar_version', 'calendar_day', 'norm_edition'], why: 'every act needs the law in force, and the platform calls no module' },
}

/** The module, or the platform, that a file belongs to. */
export function houseOf(file: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(file)?.[1] ?? (file.startsWith('src/platform/') ? 'platform' : undefined)
}
export function isStore(file: string): boolean {
  return /^src\/modules\/[^/]+(\/[^/]+)?\/store\//.test(file)
}

/** Tables that a migration creates, and views, which others read as they read tables. */
export function tablesCreated(migration: string): string[] {
  return [...migration.matchAll(/^\s*create (?:(?:unlogged )?table (?:if not exists )?|(?:or replace )?view )(\w+)/gim)].map((match) => match[1]!)
}

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gm, '')
/** A table stands after one of these words, or behind a comma in a list of tables. */
const NAMED = /\b(?:from|join|into|update|table|truncate)\s+(?:only\s+)?(\w+)/gi
const LISTED = /\bfrom\s+\w+(?:\s+(?:as\s+)?\w+)?((?:\s*,\s*\w+(?:\s+(?:as\s+)?\w+)?)+)/gi

/** Which of the known tables the SQL of a file names. */
export function tablesNamed(text: string, known: ReadonlySet<string>): string[] {
  const source = withoutComments(text)
  const names = [
    ...[...source.matchAll(NAMED)].map((match) => match[1]!.toLowerCase()),
    ...[...source.matchAll(LISTED)].flatMap((match) => [...match[1]!.matchAll(/,\s*(\w+)/g)].map((each) => each[1]!.toLowerCase())),
  ]
  return [...new Set(names.filter((name) => known.has(name)))].sort()
}

/** A table whose name is put together is one that nobody can look up. */
export function hidesTable(text: string): boolean {
  return /\b(?:from|join|into|update)\s+\$\{/i.test(withoutComments(text))
}

/** Whether a file asks the database: by a call, or by a statement that it hands to somebody. */
export function hasSql(text: string): boolean {
  const source = withoutComments(text)
  return /\b(?:sql|db|client|pool)\s*\.\s*(?:many|one|maybe|run|query)\s*[<(]/.test(source)
    || /['"`]\s*(?:select\s[^'"`]*\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\()/.test(source)
}
