import type { EmployerText } from './kk.ts'

export const en: EmployerText = {
  deskRequest: {
    title: 'Employer’s desk', lead: 'Ask for a desk to refer workers of an organisation and to pay for them. A person checks your powers and opens it, or refuses with the reason.', own: 'My requests', none: 'No requests', newTitle: 'Ask for a desk', bin: 'BIN of the organisation', nameKk: 'Name in Kazakh', nameRu: 'Name in Russian', nameEn: 'Name in English', position: 'Your position',
    powers: 'On what ground you act for it', powersNames: { head: 'I am its first head', 'power-of-attorney': 'by a power of attorney' }, number: 'Name and number of the paper', numberHint: 'For example: order of appointment No 12, or power of attorney No 45.', from: 'Day of the paper', until: 'Last day of the powers', untilHint: 'Required for a power of attorney; leave it empty where there is no end.', file: 'Scan of the paper', fileHint: 'PDF, JPEG or PNG, up to 10 MB.',
    send: 'Send', sent: 'The request was sent.', withdraw: 'Withdraw the request', withdrawn: 'The request was withdrawn.', steps: { review: 'under review', confirmed: 'opened', refused: 'refused', withdrawn: 'withdrawn' }, reason: 'Reason', remedy: 'How to put it right', filed: 'Sent: {date}', open: 'To the desk',
    listTitle: 'Requests for employers’ desks', listLead: 'Compare the paper with BIN, name and person. Once confirmed, the person represents the organisation.', step: 'State', organisation: 'Organisation', person: 'Representative', day: 'Sent', count: 'Found: {count}', empty: 'No requests', emptyText: 'New requests stand here in order of arrival.', iin: 'IIN', verified: 'verified', claimed: 'claimed only', known: 'This BIN is known: {name}', unknown: 'This BIN is not known: the organisation is entered when you confirm.', paper: 'Paper of powers', noEnd: 'no end',
    confirmTitle: 'Open the desk', compared: 'BIN, name and powers were compared with the paper', confirm: 'Confirm', confirmed: 'The desk was opened.', refuse: 'Refuse', refused: 'The refusal was sent.', untilDay: 'to {date}',
  },
  list: {
    title: 'Referrals of workers',
    lead: 'A candidate may come to recognition on his employer’s referral, and the employer may pay. Whether to take part is for the worker to decide; you see the road only where he lets you.',
    refer: 'Refer a worker', codes: 'Codes of open referrals', fromFile: 'From a file', find: 'Surname, name or number', state: 'State', all: 'all', count: 'Found: {count}',
    worker: 'Worker', qualification: 'Qualification', sent: 'Sent', road: 'Road', empty: 'No referrals yet', emptyText: 'Refer the first worker by hand, or several at once by a file.', nothing: 'No such referral was found',
    level: 'level {level}', noConsent: 'not allowed', notTaken: '—', pays: 'we pay', due: 'next day: {date}',
    states: { sent: 'Sent', expired: 'Run out', taken: 'Application sent', declined: 'Declined', withdrawn: 'Withdrawn' },
  },
  form: {
    title: 'Refer a worker', lead: 'Write the worker’s data as on the identity document. He sees the referral in his account and decides himself.',
    number: 'Number of the referral', referredOn: 'Day of the referral', iin: 'IIN', iinHint: 'Kept sealed; later only its last four digits are seen.', surname: 'Surname', givenName: 'Given name', patronymic: 'Patronymic', email: 'E-mail', emailHint: 'If given, a letter with the code of the referral goes there.',
    profession: 'Code of the profession', professionHint: 'As in the register, such as K-0012.', level: 'Level', centre: 'Number of the recognition centre', centreHint: 'If left empty, the worker chooses the centre.', pays: 'We pay', limit: 'The most we pay, ₸', limitHint: 'At a centre with a higher price the referral is not paid. Empty: the price in force is paid.',
    send: 'Send', done: 'The referral was sent.', find: 'Find the code in the register',
  },
  import: {
    title: 'Referrals from a file', lead: 'The file is examined first: every fault is told with its row and column, and nothing is sent. A file without faults is sent whole by one press.',
    file: 'CSV or XLSX file', fileHint: 'The first row holds the names of the columns.', fileMissing: 'Choose a file.', check: 'Examine', columns: 'Which columns there are', required: 'Required:', other: 'Others:', note: 'Days as day.month.year, pays as yes or no, pay_limit in whole tenge.', template: 'Empty table', recent: 'Recent files', none: 'No files yet.',
    name: 'File', started: 'Examined', rows: 'Rows', state: 'State', states: { applied: 'sent', faults: 'faults: {count}', waiting: 'waits to be sent' },
    counts: 'Rows: {rows}. To be sent: {added}. Faults: {faults}.', done: 'The referrals were sent.', faultsTitle: 'The file has faults', faultsText: 'Nothing was sent. Mend the file and bring it again.', more: '{shown} of {count} faults are shown.', faults: 'Faults', line: 'Row', column: 'Column', reason: 'Reason', again: 'Another file', gone: 'The rows of the file were removed: bring it again.', dryTitle: 'The file is right', dryText: 'Nothing has been sent yet.', apply: 'Send: {count}', toList: 'To the referrals',
  },
  one: {
    title: 'Referral No {number}', worker: 'Worker', iin: 'IIN', qualification: 'Qualification', centre: 'Recognition centre', anyCentre: 'the worker chooses', pay: 'Payment', paysLimit: 'we pay, up to {limit}', pays: 'we pay, by the centre’s price', notPays: 'the worker pays', until: 'Good until', sent: 'Sent', ended: 'Ended', ground: 'Ground', expiredGround: 'ran out, a new one was sent instead',
    number: 'Referral', level: 'Level', address: 'Where the code is typed', codesFile: 'codes-of-referrals', code: 'Code of the referral', codeText: 'While the worker’s IIN is not verified, he opens the referral by this code in his account. Give the code to the worker alone.', print: 'Print',
    consents: 'What the worker allows', road: 'to see the road', documents: 'to see the documents', given: 'allowed', notGiven: 'not allowed', roadTitle: 'Road', step: 'Step', due: 'Next day', opened: 'Day of the application', closed: 'The case is closed', roadNo: 'The worker does not allow the road to be seen.',
    withdraw: 'Withdraw', withdrawGround: 'Ground', withdrawn: 'The referral was withdrawn.',
  },
  documents: {
    title: 'Documents of workers', lead: 'Documents of recognition of those workers who let you see them. Download the table for the declaration of activity. Each reading is written into the journal.',
    people: 'Allowed: {count}', number: 'Document', until: 'Valid until', status: 'State', centre: 'Centre or sector body', issued: 'Issued', unlimited: 'unlimited', statuses: { valid: 'valid', expired: 'expired', annulled: 'annulled' },
    empty: 'No documents that you may see', emptyText: 'A worker gives his consent in his account: beside a referral, or by the link on the page “Referrals”, with your BIN.', csv: 'CSV', xlsx: 'XLSX', file: 'documents-of-workers', kind: 'Kind of recognition', kinds: { voluntary: 'voluntary recognition', historic: 'voluntary recognition, issued before Tanu', mandatory: 'mandatory recognition' }, last: 'end of IIN',
  },
  check: {
    title: 'Check a list of documents', lead: 'On each line the number of the document and the last four digits of its holder’s IIN. An unknown number and wrong digits are answered alike.',
    lines: 'List', linesHint: 'For example: K7Q2-9M4D-XW3C-5 0183. Up to {most} lines at once.', check: 'Check', result: 'Result', line: 'Line', holder: 'Holder', profession: 'Profession', notFound: 'not found', mandatory: 'mandatory recognition', counts: 'Valid: {valid}. Others: {other}. Not found: {missing}.',
  },
  payments: {
    title: 'Contracts we pay for', lead: 'Contracts on your referrals for which you pay: the price, the invoices and what was paid. As the payer you see only this.',
    openTitle: 'Invoices to pay', choose: 'Choose the invoices', chooseHint: 'Several are paid by one payment; each invoice gets its own sum.', ofWhole: 'left of {amount}', dueBy: 'to be paid by {date}', overdue: 'was to be paid by {date}', payChosen: { qr: 'Pay the chosen by QR', card: 'Pay the chosen by card' }, payAll: { qr: 'Pay all by QR', card: 'Pay all by card' }, allText: 'All open invoices: {count}, {total}.', allFirst: 'The oldest open invoices are paid first, {count} at a time: {total}.', noProvider: 'Payment by card or QR is not connected here. Pay each invoice through a bank and write its number in the purpose of the payment.',
    number: 'Case', worker: 'Worker', price: 'Price', paid: 'Paid', rest: 'Left', total: 'Total', empty: 'No contracts that you pay for', emptyText: 'A contract appears here once the centre sends it.', waiting: 'waits to be accepted', accepted: 'concluded', closed: 'closed', state: 'Contract',
  },
}
