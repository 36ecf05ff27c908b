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
  contacts: {
    title: 'Contacts', lead: 'These stand on the public page of the centre and on papers for candidates. A change holds at once; what was before stays in the history.',
    now: 'Now', address: 'Address', addressNote: 'The accredited address. It changes only when the certificate is re-issued.', phone: 'Telephone', email: 'E-mail', emailHint: 'Letters to the centre come to this address.', site: 'Site', siteHint: 'It begins with https://.', noSite: 'not given',
    save: 'Save', changed: 'The contacts are changed.', headOnly: 'The head of the centre changes the contacts.', history: 'History', historyNone: 'The contacts have not been changed.', since: 'Since', before: 'as first entered', by: 'Entered by', register: 'from the register',
  },
  hours: {
    title: 'Working hours', lead: 'The hours of each weekday and the days that differ from them. All of it is seen on the public page of the centre.',
    now: 'Now', onlyWords: 'No hours are entered by weekday; the text of the register is shown.', closed: 'closed', weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    exceptions: 'Days that differ', exceptionsNone: 'No such day ahead.', newException: 'Add a day that differs', day: 'Day', opens: 'Opens', closes: 'Closes', breakFrom: 'Break from', breakUntil: 'Break until', emptyIsClosed: 'Leave empty when closed.', note: 'Reason', add: 'Add the day', added: 'The day is added.', withdraw: 'Take back', withdrawn: 'The day is taken back.',
    change: 'Change the working hours', from: 'In force from', fromHint: 'Today or a day to come.', weekHint: 'Write the time as 09:00. Leave the line of a closed day empty.', save: 'Save', saved: 'The working hours are saved.', headOnly: 'The head of the centre changes the working hours.', dayWrong: 'Write the day correctly.',
    history: 'History', week: 'Week', state: 'State', by: 'Entered by', register: 'from the register', states: { 'in-force': 'in force', coming: 'not in force yet', past: 'history', replaced: 'replaced before it began' },
  },
  competences: {
    title: 'Competence of examiners', one: 'Competence', lead: 'In which profession and levels an assessor or a panel member is competent, by which document, from which day to which. One person enters it, another confirms it; one of the two is the head of the centre.',
    empty: 'No competence is entered', emptyText: 'Enter the first one below.', person: 'Assessor or panel member', profession: 'Profession', professionHint: 'After the name stand the levels of the scope of accreditation.', levels: 'Levels', levelsValue: 'levels: {levels}',
    ground: 'Ground', groundHint: 'The list is open: no act with an exact list of documents was found.', grounds: { education: 'document of education', 'recognition-document': 'document of recognition', 'work-experience': 'document of work experience', training: 'document of further training', other: 'another ground' },
    document: 'Document', documentHint: 'Name, number and date.', dates: 'Days', open: 'without end', state: 'State', from: 'First day', until: 'Last day', untilHint: 'Leave empty when it has no end.', dayWrong: 'Write the day correctly.',
    states: { waiting: 'awaits confirmation', coming: 'not begun yet', 'in-force': 'in force', expired: 'expired', ended: 'ended' }, endsSoon: 'ends soon',
    newTitle: 'Enter a competence', newLead: 'An entry counts only when a second person has confirmed it.', enter: 'Enter', entered: 'The entry is made. A second person must confirm it.',
    enteredBy: 'Entered by', confirmedBy: 'Confirmed by', notConfirmed: 'not confirmed yet', endedFrom: 'Ended from', confirmTitle: 'Confirmation', confirmLead: 'Look at the original document and check profession, levels and days.', confirm: 'Confirm', confirmed: 'The competence is confirmed.', waitsForAnother: 'The entry awaits a second person: one of the two is the head of the centre, and nobody confirms his own competence.',
    endTitle: 'End', endLead: 'The entry is not deleted: the day and the ground of its end are kept.', endFrom: 'From which day it no longer counts', endGround: 'Ground', end: 'End', endedFlash: 'The competence is ended.',
    endingTitle: 'Ends soon', endingLine: '{name}, {profession}: last day {day}', reminderTitle: 'Competence of examiners', reminderWaiting: 'Entries that await your confirmation: {n}', lacking: 'competence not confirmed', createdLacking: 'The sitting is in the schedule. Please note: no confirmed competence on that day: {names}.',
  },
  terms: {
    title: 'Own conditions of the contract', lead: 'What the centre adds to the standard contract. One person drafts, the head approves; a contract takes the conditions in force on the day of the application, and old contracts keep theirs.',
    cannotContradict: 'Own conditions may not contradict the standard contract, the law or the norms: they take no right from the candidate and change neither price nor terms nor appeal. Where they contradict, the standard contract holds, and the contract itself says so.',
    empty: 'No own conditions', emptyText: 'Contracts are made with the standard text.', newTitle: 'New draft', newLead: 'Each line is a clause. Both languages need the same number of clauses.', from: 'In force from', fromHint: 'Tomorrow at the earliest.', text: 'Conditions', textHint: 'Begin each clause on a new line.', none: 'From this day there are no own conditions', noneHint: 'Leave both texts empty.', draft: 'Send to the head', drafted: 'The draft has gone to the head.', dayWrong: 'Write the day correctly.',
    states: { waiting: 'awaits approval', coming: 'not in force yet', 'in-force': 'in force', past: 'history', 'set-aside': 'not accepted' }, since: 'From {day}', nothing: 'No own conditions.', waits: 'The draft awaits the decision of the head. The head cannot approve what he drafted himself.', note: 'Remark', noteHint: 'Required when the draft is given back.', approve: 'Approve', giveBack: 'Give back', takeBack: 'Take the draft back', approved: 'The conditions are approved.', setAside: 'The draft is not accepted.', draftedBy: 'Drafted by {name}, {at}.', approvedBy: 'Approved by {name}, {at}.', setAsideBy: 'Not accepted by {name}, {at}.',
  },
}
