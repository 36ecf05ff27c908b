import type { CandidateExamText } from './kk.ts'

export const en: CandidateExamText = {
  back: 'Page of the case', side: { kk: 'In Kazakh', ru: 'In Russian' },
  notice: {
    title: 'Notice of the exam', number: 'Notice No {n}, sent {at}', ground: 'Reason for the new day: {ground}', where: 'Where', centre: 'Centre', when: 'When', stage: { theory: 'Theory stage', practice: 'Practical stage' }, line: '{date}, {from}–{to}, {room}',
    bring: 'Bring with you', identity: 'identity document', forbidden: 'Forbidden items', forbiddenLead: 'These may not be brought to the exam. One that is found is a violation.', accommodations: 'Conditions made for you', extra: 'extra time +{percent} %', contact: 'Contact',
    rights: 'Your rights', complaint: 'Complaint: about anything the centre does, at any time.', lodge: 'Lodge a complaint', appeal: 'Appeal: within {days} after the result was delivered.', confirm: 'Confirm the familiarisation', pdf: 'Notice (PDF)', calendar: 'Add to calendar', exam: 'Enter the exam',
  },
  briefing: {
    title: 'Familiarisation and briefing', lead: 'Read and confirm. The familiarisation can be confirmed at home, the briefing after a member of staff has held it.', kinds: { familiarisation: 'Methodology, tools, complaint and appeal', briefing: 'Equipment and safety' },
    waits: 'To be confirmed when a member of staff has held it', held: 'Held by {name}, {at}', confirmed: 'You confirmed: {at}', agree: { familiarisation: 'I have read and understood it', briefing: 'The briefing was held and understood' }, confirm: 'Confirm', done: 'Confirmed.', all: 'Both are confirmed. Now wait for the day of the exam.', tick: 'Tick that you have read it.', closed: 'There is nothing to confirm now.',
  },
}
