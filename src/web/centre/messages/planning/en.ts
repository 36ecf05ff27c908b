import type { PlanningText } from './kk.ts'

export const en: PlanningText = {
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  calendar: {
    title: 'Calendar of the centre', lead: 'Which rooms, people and equipment are taken in the week. One room, one person or one piece is never put on two sittings at one time.',
    rooms: 'Rooms', room: 'Room', roomPlaces: '{seats} seats, {workplaces} workplaces', roomSeats: '{seats} seats', people: 'People', person: 'Person', equipment: 'Equipment', piece: 'Equipment', pieceOf: '{n} in all', taken: '{n} taken', outOfOrder: 'out of order',
    free: 'free', away: 'away', closed: 'not working', hours: '{opens}–{closes}', called: '{n} called, {seats} seats', empty: 'No room', emptyText: 'Open a room first.', noStaff: 'No invigilators or assessors are appointed.', noEquipment: 'No equipment is entered.',
    print: 'To print it, choose “Print” in the browser: it comes without the menu, on a landscape sheet.', toPeople: 'Working hours and absences of people', toSchedule: 'Schedule', toCalendar: 'Calendar of the centre',
  },
  staff: {
    title: 'Calendar of invigilators and assessors', lead: 'Days away and working hours. On these days nobody can be named to a sitting; why one is away is not asked.',
    absences: 'Days away', none: 'No days away ahead.', person: 'Person', days: 'Days', from: 'First day', until: 'Last day', untilHint: 'This day included.', newAbsence: 'Enter days away', enter: 'Enter', entered: 'The days are entered.', withdraw: 'Take back', withdrawn: 'The entry is taken back.', dayWrong: 'Write the day correctly.',
    hours: 'Working hours', hoursLead: 'Where none are written there is no limit.', noLimit: 'no limit', change: 'Change working hours', opens: 'From', closes: 'Until', week: 'Weekdays', weekHint: 'Leave the line of a day off empty. With every line empty the limit is taken away.', inForce: 'In force from', save: 'Save', saved: 'The working hours are saved.',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  },
  rooms: { workplaces: 'Workplaces', workplacesHint: 'For the practice. Leave it empty where it is not known: the seats hold for both stages.', notSaid: 'not given', change: 'Change', changed: 'The places are changed.', changeTitle: 'Change the places', wrong: 'Write a whole number.' },
  interests: {
    title: 'Conflict of interest', lead: 'Whoever is bound to the candidate does not mark him, watch him, or decide about him. A declaration holds in every case of the candidate.', person: 'Person', tie: 'Tie', none: 'none', declared: 'Declarations', declaredNone: 'No declarations.', by: 'Declared by', sides: { staff: 'the centre', candidate: 'the candidate' }, at: 'When',
    kinds: { 'same-person': 'himself', 'same-employer': 'one employer', 'declared-kin': 'kin (declared)', 'taught-by': 'taught (declared)', 'marked-before': 'marked before', 'same-address': 'one address' },
    declare: 'Declare', declareTitle: 'Declare a tie', declareLead: 'Say if somebody is your kin, taught you, or works with you.', kind: 'What tie', options: { kin: 'Kin, by blood or marriage', taught: 'Taught', employer: 'One place of work' }, done: 'The declaration is written down.', ground: 'Ground', withdraw: 'Find that it does not hold', withdrawn: 'The declaration is taken back.', open: 'Conflict of interest', staffTitle: 'People of the centre', back: 'To the case',
  },
  change: { title: 'Change the people of the sitting', lead: 'If an invigilator or assessor cannot come, or is bound to a candidate, another is named. All that is asked of anybody is asked of the new one.', open: 'Change people', save: 'Name them', saved: 'Other people are named to the sitting.', back: 'To the sitting' },
  kits: { title: 'Equipment', hint: 'How much is taken for the time of the sitting. Leave it empty where none is needed.', line: '{name} · {room} · {n} in all', movable: 'can be carried to another room', fixed: 'stays in its room', movableLabel: 'Can be carried to a sitting in another room', setMovable: 'Mark as one that is carried', setFixed: 'Mark as one that stays', saved: 'Saved.', carried: 'Carrying', wrong: 'Give the quantity as a whole number.' },
}
