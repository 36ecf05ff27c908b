import type { OwnDeskText } from './kk.ts'

export const en: OwnDeskText = {
  certificate: {
    title: 'Accreditation certificate',
    lead: 'The certificate of the centre, how long it is valid, and what is missing to examine each profession.',
    none: 'No certificate', noneText: 'An issued certificate appears here.',
    number: 'Certificate No {number}', dates: 'Valid', datesValue: '{from} – {until}',
    left: 'Until it ends', daysLeft: 'days left: {days}',
    paper: 'Certificate (PDF)', publicPage: 'Public page', atCase: 'Accreditation case {number}',
    scope: 'Scope of accreditation', profession: 'Profession', level: 'Level', state: 'State',
    happened: 'Decisions about the certificate', happenedNone: 'No decision since it was issued.', whole: 'the whole certificate', about: 'About', from: 'In force from', ground: 'Ground', circumstances: 'Circumstances', fromRegister: 'It came with the register, which names no ground.', clauseUnknown: 'no clause given',
    readiness: 'Ready to examine', examine: 'Exam', ready: 'can be held', notReady: 'cannot be held', ahead: 'Sittings ahead', open: 'Open',
    cases: 'Accreditation cases', casesNone: 'There are no accreditation cases on the platform.', caseNumber: 'Case', caseStep: 'Step', draft: 'Draft',
    missing: 'Missing', warnings: 'Please note', complete: 'Everything needed to examine this level is there.',
    price: 'Price', noPrice: 'not published', programme: 'Programme', noProgramme: 'no approved version', version: 'version {n}', certificateOf: 'Certificate', until: 'No {number}, until {date}',
    assessors: 'Assessors', assessorsNone: 'none appointed', sittings: 'Sittings ahead', sittingsNone: 'There are no sittings in the schedule.', when: 'Time', stage: 'Stage', room: 'Room', seats: 'Free seats', seatsValue: '{free} of {seats} free',
    toPrices: 'To the price list', toProgrammes: 'To the programmes', toPeople: 'To the staff', toSittings: 'To the exam schedule', toRegister: 'Page in the register', levelTitle: 'Level {level}', kinds: { initial: 'first accreditation', extension: 'extension of scope', renewal: 'renewal', reissue: 're-issue' },
  },
}
