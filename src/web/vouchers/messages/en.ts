import type { VoucherText } from './kk.ts'

export const en: VoucherText = {
  level: 'level {level}', unlimited: '—', anyCentre: 'any centre', number: 'No {number}',
  steps: { review: 'under review', granted: 'granted', refused: 'refused', withdrawn: 'withdrawn' },
  states: { issued: 'in force', bound: 'bound to an application', used: 'used', annulled: 'annulled' },
  grounds: {
    NOT_REGISTERED_UNEMPLOYED: 'not registered as unemployed', ALREADY_ISSUED_THIS_YEAR: 'a voucher was issued this year', AFTER_DEADLINE: 'filed after the last day', NOT_IN_REGISTER: 'the profession is not in the register',
    MANDATORY_PROFESSION: 'recognition of the profession is mandatory', DOCUMENTS_MISSING: 'papers that the standard asks for are missing', QUOTA_EXHAUSTED: 'the quota of the region is exhausted',
  },
  pay: 'by the one-off voucher (No {number}, good until {date}): you do not pay',
  checks: { unemployed: 'Registered as unemployed', 'none-this-year': 'No voucher this year', 'in-time': 'Filed in time', profession: 'Profession in the register, voluntary', documents: 'Papers that the standard asks for', place: 'A place of the region is kept' },
  outcomes: { yes: 'yes', no: 'no', unknown: 'the specialist checks' },
  fit: {
    title: 'Does it fit into 45 days?', surely: 'Yes, even if the centre uses all the time it has.', 'in-haste': 'Only if the centre loses no time.', nowhere: 'By the free sittings nowhere so far. A centre may open a new sitting.',
    until: 'The voucher would be good until {date}.', centre: 'Centre', theory: 'Theory', practice: 'Practice', how: 'How', spare: 'Days to spare', how_surely: 'surely', how_haste: 'in haste', source: 'Reckoned from free sittings of the centres and the terms of the norms.',
  },
  lapse: {
    ahead: 'A one-off voucher pays this case: the last stage of the exam must be held not later than {date}.',
    title: 'The voucher has lapsed', open: 'Answer', asked: 'Voucher No {voucher} was not used by its last day ({until}), so the budget does not pay under this contract. Answer by {answerBy}.', centre: 'Voucher No {voucher} was not used by its last day ({until}). The candidate pays nothing in this case: the cost is the centre’s.',
    wait: 'The candidate was asked whether he goes on at his own cost. Until he answers no notification is sent and no exam begins.', price: 'Price of the contract', answerBy: 'Answer by', nothing: 'Without your consent you pay nothing. If you do not answer, the contract ends, the case is closed, and nobody pays anything.',
    unsigned: 'If you agree, a contract is made that names you as the payer: you read and accept it separately.', signed: 'If you agree, a contract that names you as the payer takes effect at the same price, and an invoice is issued.', agrees: 'I agree to go on at my own cost', go: 'Confirm', done: 'Your answer is taken.', withdraw: 'I do not go on: withdraw the application', tooLate: 'The term of the answer is over.',
    none: 'No answer is asked for', noneText: 'No question of a lapsed voucher is open in this case.', source: 'That a voucher is annulled is said by the Law (Art. 28); at whose cost the case goes on is a default of the platform.',
  },
  regions: {
    title: 'Regions of career centres', lead: 'A request for a voucher is decided by the career centre of the region in which the person is registered as unemployed. A region is assigned from a day; what was before stays in the history.', centre: 'Career centre', region: 'Region now', none: 'no region', history: 'History', from: 'from {date}', by: 'entered by {name}',
    empty: 'No career centres', emptyText: 'First the administrator enters a career centre on the page of organisations.', unserved: 'Regions without a career centre: {names}. Nobody decides requests for vouchers from them.', newTitle: 'Assign a region', choose: 'Region', noRegion: 'leave without a region', day: 'From which day', ground: 'Ground', groundHint: 'Name, number and day of the document.', submit: 'Assign', done: 'The region was assigned.', ahead: 'ahead',
    early: 'entered before the history was kept', demo: 'demonstration',
  },
  own: {
    title: 'One-off voucher', lead: 'A registered unemployed person may have a qualification recognised free of charge once a year. The voucher is good for 45 calendar days: the last stage of the exam must be held within them.',
    until: 'Requests of this year are taken until {date}.', ask: 'Ask for a voucher', vouchers: 'My vouchers', requests: 'My requests', none: 'No vouchers and no requests', noneText: 'If you are registered with the employment service, ask for a voucher.', valid: 'good until {date}', apply: 'Apply on this voucher', case: 'Case {number}', change: 'Change the profession or the centre',
    copies: 'Copies of papers', copyRight: 'judged right', copyWrong: 'wrong: {note}', copyWaits: 'sent, not judged yet', copyAnew: { education: 'Add the copy of the education paper', work: 'Add the copy of the work paper' }, copyHint: 'It can be sent until the request is decided. PDF, JPEG or PNG, up to 10 MB.', addCopy: 'Send the copy', copyAdded: 'The copy was added to the request.',
    due: 'Answer by {date}', ground: 'Ground', reason: 'Reason', remedy: 'How to put it right', withdraw: 'Withdraw the request', withdrawn: 'The request was withdrawn.', annulledBy: 'Annulled: {ground}', unused: 'not used in time', signed: 'The signature is by a test certificate: a demonstration without legal force.', region: 'Region', filed: 'Filed: {date}',
  },
  form: {
    title: 'Ask for a voucher', lead: 'Say for which profession and level you want recognition. The centre can be chosen later.', profession: 'Code of the profession', professionHint: 'As in the register, such as K-0007.', find: 'Find it in the register', level: 'Level', centre: 'Number of the recognition centre', centreHint: 'If left empty, you choose later.', region: 'Region where you are registered as unemployed', regionHint: 'If the employment service names another region, that one is taken.', paperKinds: { education: 'Copy of the education paper', work: 'Copy of the work paper' }, paperHint: 'Needed only where the standard or the requirements of the profession ask for it. PDF, JPEG or PNG, up to 10 MB.', paperMissing: { education: 'The standard of this profession asks for education: attach the copy.', work: 'The standard of this profession asks for experience: attach the copy.' }, without: 'I send it without the copies and know that the request may be refused', look: 'First see whether it fits into 45 days', send: 'Sign and send', sent: 'The request was sent.', centreUnknown: 'No centre has this number.',
    changeTitle: 'Change the choice', changed: 'The choice was changed.', save: 'Save',
  },
  desk: {
    title: 'Requests for vouchers', lead: 'The automatic check helps, but you decide. The term of the answer is 3 working days.', step: 'State', person: 'Applicant', qualification: 'Qualification', due: 'Answer due', place: 'Place', reserved: 'kept', waiting: 'in line', count: 'Found: {count}', empty: 'No requests', emptyText: 'Requests of your region stand here in order of arrival.', noRegion: 'No region is assigned to your organisation. Ask the administrator.', late: 'late',
    decided: 'Decision', voucher: 'Voucher',
  },
  file: {
    paperKinds: { education: 'Copy of the education paper', work: 'Copy of the work paper' }, paperMissing: 'asked for by the standard, not sent', paperThere: 'sent, not judged yet', paperReplaced: 'another was sent in its place: {date}', open: 'Open', verdicts: { right: 'right', wrong: 'wrong' }, judgeLabel: 'The copy is', verdictNote: 'What is wrong', judge: 'Keep', judged: 'The copy was judged.',
    identitySeen: 'I saw the identity document, the IIN is the same', identityHint: 'The IIN is not confirmed yet: a person gets one voucher a year.',
    title: 'Request for a voucher', iin: 'IIN', region: 'Region', filed: 'Filed', due: 'Answer due', statement: 'Signature', right: 'signature right', wrong: 'signature wrong', test: 'test certificate (no legal force)', checks: 'Automatic check', employment: 'In a demonstration a simulator answers for the employment service.', inLine: 'Place in line: {place}. A place that comes free is kept by itself.',
    grant: 'Grant the voucher', note: 'Note', noteHint: 'If no centre can do it in time, write why you grant it all the same.', refuse: 'Refuse', ground: 'Ground', reason: 'Reason', remedy: 'What to put right and how', granted: 'The voucher was granted.', refused: 'The refusal was sent.',
    voucher: 'Voucher', number: 'Number', issued: 'Issued', until: 'Good until', state: 'State', case: 'Case', used: 'Used on', passed: 'Outcome', yes: 'recognised', no: 'not recognised', extensions: 'Extensions', extension: '{days} days: {paper}',
    extend: 'Extend', extendGround: 'Ground', incapacity: 'temporary incapacity', 'centre-fault': 'recorded fault of the centre', days: 'How many days', paper: 'Paper: name, number, day', extended: 'The voucher was extended.', sameCopy: 'The same file came with voucher requests of other people too: {n}. This decides nothing by itself: compare the copy with the person.', annul: 'Annul', annulGround: 'Ground', annulText: 'If the status ended before a contract was sent. Where an application goes on the voucher already, the case goes on, but the contract will name the person as the payer.', annulled: 'The voucher was annulled.',
  },
}
