/**
 * The data of every paper the platform prints.
 *
 * Callers hand over finished text: dates, amounts and terms are formatted in both languages before
 * they come here (`2026 ж. 14 қазан` / `14 октября 2026 г.`). The wording of the papers themselves
 * lives in the templates. Nothing here is markup: every string is printed as it is.
 */

import type { ActOfWorksData, InvoiceData, MoneyLetterData } from './money-papers.ts';
import type { SittingPackData } from './sitting-papers.ts';

/** Text in the two languages of a paper. */
export interface Bilingual {
  kk: string;
  ru: string;
}

/** Text written by a person, who may have written it in one language only; line breaks are kept. */
export type Written = { kk: string; ru?: string } | { kk?: string; ru: string };

/** Every paper says whether it was made by a demonstration; then it carries the mark of a sample. */
export interface PaperBase {
  demo: boolean;
}

/** The centre as it stands on a paper. */
export interface PaperCentre {
  name: Bilingual;
  bin: string;
  /** Number and dates of the accreditation certificate, e.g. `№ 017, 2028 ж. 2 маусымға дейін`. */
  certificate: Bilingual;
  address?: Bilingual;
  /** Phone and e-mail on one line. */
  contact?: string;
}

/** The person as he or she stands on a paper. `iin` is finished text: whole or masked, the caller decides. */
export interface PaperPerson {
  name: string;
  iin: string;
}

/** What is to be recognised. */
export interface PaperQualification {
  profession: Bilingual;
  /** Code of the profession in the register. */
  professionCode: string;
  /** With the version of the framework: `4-деңгей, ҰБШ 2025`. */
  level: Bilingual;
  /** `кәсіп толығымен` / `профессия целиком`, or the skills by name. */
  scope: Bilingual;
  /** Professional standard or requirements: title, date, number. */
  basis: Bilingual;
}

/** A signature: recorded by the platform, or a line to sign by hand when `signedAt` is null. */
export interface PaperSignature {
  role: Bilingual;
  name: string;
  /** Finished text with the zone, e.g. `14.10.2026, 16:08 (UTC+5)`; null prints an empty line. */
  signedAt: string | null;
  /** How it was given: `жеке кабинетте, бірреттік кодпен` / `в личном кабинете, одноразовым кодом`. */
  how?: Bilingual;
}

/** Where to complain or ask. */
export interface PaperContact {
  /** Who answers: office, person. */
  who: Bilingual;
  /** Phone, e-mail, address in the web on one line. */
  lines: string;
}

/** Document of recognition (тану туралы құжат / документ о признании). */
export interface RecognitionDocumentData extends PaperBase {
  number: string;
  holder: PaperPerson;
  qualification: PaperQualification;
  centre: PaperCentre;
  /** Date and number, panel: `2026 ж. 12 қазан, № 208; комиссия: 3 сарапшы`. */
  decision: Bilingual;
  issuedOn: Bilingual;
  /** Null prints "unlimited". */
  validUntil: Bilingual | null;
  /** Number of the document this one replaces. */
  replaces?: string;
  /** The same in English, for whoever shows it abroad, where the norm of the case says so; Kazakh and Russian stay the languages of the document. */
  english?: { profession: string; level: string; scope: string; centre: string; decision: string; issuedOn: string; validUntil: string | null; verifyAddress: string };
  signatory: { name: string; position: Bilingual };
  /** Finished text of the moment of issue, e.g. `14.10.2026, 16:08 (UTC+5)`. */
  signedAt: string;
  /** Whole address behind the QR code. */
  verifyUrl: string;
  /** Short address a person types in, without scheme: `tanu.example/t`. */
  verifyAddress: string;
}

/** Who pays by the contract. */
export type PaperPayer =
  | { kind: 'candidate' }
  | { kind: 'employer'; name: Bilingual; bin: string; representative: string }
  | { kind: 'voucher'; voucherNumber: string };

/** Service contract (қызмет көрсету шарты / договор на оказание услуги). */
export interface ContractData extends PaperBase {
  number: string;
  /** Town of the contract. */
  place: Bilingual;
  /** Null until everybody has signed. */
  concludedOn: Bilingual | null;
  centre: PaperCentre & { signatory: { name: string; position: Bilingual } };
  candidate: PaperPerson & { address?: string; contact?: string };
  payer: PaperPayer;
  application: { number: string; registeredOn: Bilingual };
  qualification: PaperQualification;
  /** Title and version of the qualification programme. */
  programme: Bilingual;
  mode: Bilingual;
  examLanguage: Bilingual;
  price: {
    /** `45 000 ₸`. */
    amount: string;
    /** Which list: `2026 ж. 5 қаңтардағы баға тізбесі` / `прейскурант от 5 января 2026 г.`. */
    list: Bilingual;
    /** When and how it is paid, a whole sentence. */
    payment: Bilingual;
    /** By which rule the list says something else; given where it does. */
    rule?: Bilingual;
  };
  retakePrice: string;
  /** The rule of the norms for the price of a retake, a whole sentence; absent where it is that of the list. */
  retakeRule?: Bilingual;
  /** Working days of the terms T2, T3, T4, T5, T6 as pinned to the case. */
  terms: { notify: number; notice: number; decide: number; result: number; appeal: number; notifyAfterPayment?: boolean };
  /** Theory is passed with more than this percent of correct answers. */
  theoryThreshold: number;
  /** Share of the price paid back, in percent, by ground. */
  refund: { withdrawalPercent: number; /** After the notification was sent; absent: as before it. */ afterNoticePercent?: number; noShowPercent: number };
  /** Conditions the centre adds, with the day from which their edition is in force; absent where it adds none. */
  ownTerms?: { from: Bilingual; clauses: Bilingual[] };
  complaint: PaperContact;
  /** A stage held again after an upheld appeal costs what a retake costs. */
  stageAgainPaid?: true;
  /** Each stage counts its violations by itself. */
  violationsByStage?: true;
  signatures: PaperSignature[];
}

/** Reasoned refusal to conclude the contract (дәлелді бас тарту / мотивированный отказ). */
export interface RefusalData extends PaperBase {
  number: string;
  decidedOn: Bilingual;
  centre: PaperCentre;
  candidate: PaperPerson;
  application: { number: string; registeredOn: Bilingual };
  qualification: PaperQualification;
  ground: Bilingual;
  /** The reason in the words of the centre. */
  reason: Written;
  /** The rule and where it comes from, e.g. `Ұлттық органның слайдтары, 2026 ж. наурыз`. */
  norm: Bilingual;
  /** Papers that lack or fields that are wrong, one line each; at least one. */
  toPutRight: Bilingual[];
  complaint: PaperContact;
  signatures: PaperSignature[];
}

/** One stage held at one time and place. */
export interface PaperSitting {
  stage: Bilingual;
  date: Bilingual;
  /** Wall time in Almaty, `10:00`. */
  time: string;
  place: Bilingual;
  duration?: Bilingual;
}

/** Notification of date, time and place (хабарлама / уведомление). */
export interface NotificationData extends PaperBase {
  number: string;
  /** Date and time of sending: the term of notice runs from it. */
  sentAt: Bilingual;
  channel: Bilingual;
  centre: PaperCentre;
  candidate: PaperPerson;
  contractNumber: string;
  qualification: PaperQualification;
  mode: Bilingual;
  examLanguage: Bilingual;
  /** All sittings of the attempt. */
  sittings: PaperSitting[];
  /** What to bring, one thing a line. */
  bring: Bilingual[];
  /** On-line only: where to install the exam software, technical requirements. */
  online?: { link: string; requirements: Bilingual[] };
  accommodation: Bilingual | null;
  /** Whole working days of notice (T3) and working days for an appeal (T6). */
  terms: { notice: number; appeal: number };
  contact: PaperContact;
  complaint: PaperContact;
  /** Number of the notification this one takes the place of. */
  replaces?: string;
  /** Each stage counts its violations by itself. */
  violationsByStage?: true;
  signatures: PaperSignature[];
}

/** One operation of the technological map as it was marked. */
export interface PaperPracticeStep {
  number: string;
  operation: Bilingual;
  criterion: Bilingual;
  /** Null: the operation was not marked because the stage ended before it. */
  done: boolean | null;
  note?: string;
  /** What each assessor marked, and what was said on a dispute; given where more than one person marked. */
  said?: { name: string; done: boolean; note: string; verdict: boolean }[];
  /** SHA-256 of each photo of the operation, in hexadecimal. */
  photos?: string[];
  videos?: string[];
}

/** Protocol of the day (хаттама / протокол). */
export interface ProtocolData extends PaperBase {
  number: string;
  heldOn: Bilingual;
  place: Bilingual;
  startedAt: string;
  endedAt: string;
  centre: PaperCentre;
  candidate: PaperPerson;
  attempt: Bilingual;
  qualification: PaperQualification;
  programme: Bilingual;
  mode: Bilingual;
  examLanguage: Bilingual;
  /** Accommodation that was applied, one measure a line; empty: none was asked for. */
  accommodations: Bilingual[];
  /** Null: the stage was not held. */
  theory: {
    questions: number;
    correct: number;
    /** Lowest passing count of correct answers. */
    needed: number;
    threshold: number;
    passed: boolean;
  } | null;
  /** Null: the stage was not held. */
  practice: { task: Bilingual; steps: PaperPracticeStep[]; passed: boolean; assessors: string[]; /** Operations that all marked alike, of those that more than one marked. */ agreement?: { alike: number; of: number }; /** Who accepted his sheet, and when. */ sheets?: { name: string; at: string }[]; /** Sheets that do not count, and who took over. */ setAside?: { name: string; ground: Bilingual; at: string; successor: string }[]; /** Of a practice on line: the candidate's own work, how it ended, and what he sent. */ work?: { minutes: number; end: Bilingual; at: string; files: { name: string; at: string; sha256: string; replaced: boolean }[] }; /** The result by skill, where the card names skills; `held` null: not settled because the stage ended before. */ skills?: { skill: Bilingual; steps: string; done: number; of: number; held: boolean | null }[] } | null;
  violations: { at: string; nature: Bilingual; measure: Bilingual }[];
  votes: { name: string; role: Bilingual; vote: Bilingual }[];
  conclusion: Bilingual;
  /** What was recorded, or the reference of the recording; null: none was made. */
  recording: Bilingual | string | null;
  signatures: PaperSignature[];
}

/** Notice of non-passing (өтпегені туралы хабарлама / уведомление о непрохождении). */
export interface FailNoticeData extends PaperBase {
  number: string;
  issuedOn: Bilingual;
  centre: PaperCentre;
  candidate: PaperPerson;
  qualification: PaperQualification;
  decision: { number: string; decidedOn: Bilingual };
  ground: Bilingual;
  /** Results, one line each: counts of the theory, operations not done. */
  results: Bilingual[];
  /** At least one; they are a required part of the notice. */
  recommendations: Bilingual[];
  /** `rule`: how the price comes from the list, a whole sentence; absent where it is that of the list. */
  retake: { price: string; howTo: Bilingual; rule?: Bilingual };
  /** `secondAppeal`: a rejected appeal may be followed by one more. */
  terms: { appeal: number; notice: number; secondAppeal?: boolean };
  complaint: PaperContact;
  signatures: PaperSignature[];
}

/** Blank form of the application, to print and fill in by hand. */
export interface ApplicationFormData extends PaperBase {
  /** Printed when known, else an empty line. */
  centreName: Bilingual | null;
}

/** The application as filed (кандидаттың өтініші / заявление кандидата). */
export interface ApplicationData extends PaperBase {
  number: string;
  receivedOn: Bilingual;
  channel: Bilingual;
  centre: PaperCentre;
  candidate: PaperPerson & {
    birthDate: Bilingual;
    citizenship: Bilingual;
    identityDocument?: string;
    address: string;
    contact: string;
  };
  qualification: PaperQualification;
  initiative: Bilingual;
  funding: Bilingual;
  employer: { name: Bilingual; bin: string; referral?: Bilingual } | null;
  learning: Bilingual;
  examLanguage: Bilingual;
  mode: Bilingual;
  accommodation: Bilingual | null;
  attachments: Bilingual[];
  /** Version and date of the text of the consent. */
  consent: Bilingual;
  signatures: PaperSignature[];
}

/** Decision on an appeal (апелляция бойынша шешім / решение по апелляции). */
export interface AppealDecisionData extends PaperBase {
  number: string;
  decidedOn: Bilingual;
  centre: PaperCentre;
  candidate: PaperPerson;
  qualification: PaperQualification;
  appeal: { number: string; lodgedOn: Bilingual };
  challenged: { number: string; decidedOn: Bilingual };
  arguments: Written;
  /** What the panel looked at, one line each. */
  examined: Bilingual[];
  votes: { name: string; role: Bilingual; vote: Bilingual }[];
  upheld: boolean;
  outcome: Bilingual;
  reasons: Written;
  /** What follows: new decision, stage held again, document. */
  consequences: Bilingual[];
  complaint: PaperContact;
  signatures: PaperSignature[];
}

/** Record of the familiarisation and of the briefing (танысу және кіріспе нұсқама / ознакомление и вводный инструктаж). */
export interface BriefingRecordData extends PaperBase {
  number: string;
  centre: PaperCentre;
  candidate: PaperPerson;
  qualification: PaperQualification;
  programme: Bilingual;
  place: Bilingual;
  familiarisation: { items: Bilingual[]; signatures: PaperSignature[] };
  briefing: { items: Bilingual[]; signatures: PaperSignature[] };
}

/** Answer to a complaint (шағымға жауап / ответ на жалобу). */
export interface ComplaintAnswerData extends PaperBase {
  number: string;
  answeredOn: Bilingual;
  centre: PaperCentre;
  complainant: { name: string };
  complaint: { number: string; lodgedOn: Bilingual; subject: Bilingual };
  finding: Bilingual;
  answer: Written;
  /** Measures taken, one line each; empty: none. */
  measures: Bilingual[];
  further: PaperContact;
  signatures: PaperSignature[];
}

/** Protocol of the accreditation commission: how it voted and decided, profession by profession. */
export interface AccreditationProtocolData extends PaperBase {
  number: string;
  decidedOn: Bilingual;
  applicant: { name: Bilingual; bin: string };
  members: { name: string; role: Bilingual }[];
  lines: {
    line: Bilingual;
    agreement: Bilingual;
    votes: { name: string; role: Bilingual; vote: Bilingual }[];
    outcome: Bilingual;
    /** Reasons of a refusal as the commission wrote them; empty when granted. */
    reasons: string;
  }[];
  signatures: PaperSignature[];
}

/** What an applicant for accreditation without an account is told on paper under signature: given back for correction, returned, decided. */
export interface AccreditationNoticeData extends PaperBase {
  number: string;
  title: Bilingual;
  madeOn: Bilingual;
  applicant: { name: Bilingual; bin: string };
  lead: Bilingual;
  /** What is wrong, on what grounds, or what was decided; at least one. */
  lines: Bilingual[];
  /** Of the body, and an empty one for the recipient. */
  signatures: PaperSignature[];
}

/** Accreditation certificate (аккредиттеу аттестаты / аттестат аккредитации) with its scope as an annex. */
export interface AccreditationCertificateData extends PaperBase {
  number: string;
  centre: { name: Bilingual; bin: string; address: Bilingual; serial: string };
  issuedOn: Bilingual;
  /** Its first day, where that is not the day of issue. */
  validFrom?: Bilingual;
  validUntil: Bilingual;
  /** Number of the case whose protocol it stands on. */
  decision: string;
  /** Number of the certificate this one takes the place of. */
  replaces?: string;
  /** Number of the certificate that this one renews. */
  follows?: string;
  /** One line each: profession, code, level. */
  scope: Bilingual[];
  signature: PaperSignature;
  /** Whole address behind the QR code. */
  verifyUrl: string;
  verifyAddress: string;
}

/** Post-accreditation contract (аккредиттеуден кейінгі шарт / постаккредитационный договор). */
export interface AccreditationContractData extends PaperBase {
  number: string;
  /** Null until both have signed. */
  concludedOn: Bilingual | null;
  centre: PaperCentre;
  certificate: { number: string; validUntil: Bilingual };
  signatures: PaperSignature[];
}

/** Act of the survey at the applicant's location (зерттеп-қарау актісі / акт обследования). */
export interface SurveyActData extends PaperBase {
  number: string;
  heldOn: Bilingual;
  applicant: { name: Bilingual; bin: string };
  /** Professions and levels applied for, one line each. */
  asked: Bilingual[];
  /** The checklist by its parts; a row names the profession where the question is about one. */
  sections: { title: Bilingual; rows: { question: Bilingual; of: Bilingual | null; mark: Bilingual; note: string }[] }[];
  measurements: { item: Bilingual; what: string; value: string; unit: Bilingual }[];
  findings: { text: string; gravity: Bilingual; remedy: string }[];
  photos: { name: string; note: string }[];
  /** The word of the applicant: signed, with remarks or without, or refused with the reason; null on the sheet he is still to sign. */
  answer: { signed: boolean; words: string; recordedBy: string | null; enteredBy?: string | null } | null;
  signatures: PaperSignature[];
}

/** Which data belongs to which paper. */
export interface PaperData {
  'recognition-document': RecognitionDocumentData;
  contract: ContractData;
  refusal: RefusalData;
  notification: NotificationData;
  protocol: ProtocolData;
  'fail-notice': FailNoticeData;
  'application-form': ApplicationFormData;
  application: ApplicationData;
  'appeal-decision': AppealDecisionData;
  'briefing-record': BriefingRecordData;
  'complaint-answer': ComplaintAnswerData;
  'survey-act': SurveyActData;
  'accreditation-protocol': AccreditationProtocolData;
  'accreditation-certificate': AccreditationCertificateData;
  'accreditation-contract': AccreditationContractData;
  invoice: InvoiceData;
  'act-of-works': ActOfWorksData;
  'accreditation-notice': AccreditationNoticeData;
  'money-letter': MoneyLetterData;
  'sitting-pack': SittingPackData;
}

export const PAPER_KINDS = [
  'recognition-document',
  'contract',
  'refusal',
  'notification',
  'protocol',
  'fail-notice',
  'application-form',
  'application',
  'appeal-decision',
  'briefing-record',
  'complaint-answer',
  'survey-act',
  'accreditation-protocol',
  'accreditation-certificate',
  'accreditation-contract',
  'invoice',
  'act-of-works',
  'accreditation-notice',
  'money-letter',
  'sitting-pack',
] as const satisfies readonly (keyof PaperData)[];
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PDF_STANDARDS = ['ua-1', 'a-2b'] as const;
/** `ua-1` for the form a person receives, `a-2b` for the archive. */
export type PdfStandard = (typeof PDF_STANDARDS)[number];

export interface RenderOptions {
  standard: PdfStandard;
  /** Instant in ISO form; the same data and instant give the same bytes. */
  createdAt: string;
}
