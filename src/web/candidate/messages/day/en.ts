import type { DayText } from './kk.ts'

export const en: DayText = {
  title: 'Choose the day of the exam', lead: 'Only days that are lawful for you stand below: {days} lie between notification and exam, and a seat is free. The seat you choose is kept for you. The centre sends the notification; until then you may choose another day.',
  open: 'Choose the day', change: 'Choose another day', choose: 'Choose this day', done: 'The day is chosen. The seat is kept for you; now wait for the notification of the centre.', takeBack: 'Give up the choice', takenBack: 'You gave up your choice. The centre will name the day.',
  stages: { theory: 'Theory', practice: 'Practice' }, which: { theory: 'Day of the theory', practice: 'Day of the practice' }, missing: 'Choose a sitting.',
  option: '{date}, {from}–{to}', place: '{room} · seats free: {n}', online: 'on line', where: 'Address: {address}',
  chosenTitle: 'The day you chose', chosenLine: '{stage}: {date}, {from}–{to}, {room}', chosenAt: 'Chosen: {at}', sendBy: 'For this day to hold, the centre has to send the notification by {day}.', lapsed: 'The day you chose no longer fits: the term of the notification has passed, or the sitting has left the schedule. Choose another.', lapsedCentre: 'The day the candidate chose no longer fits: the term of the notification has passed, or the sitting has left the schedule.',
  invite: 'You may choose the day of the exam yourself', inviteText: 'If you do not, the centre names the day.',
  noneTitle: 'There is no day to choose now', none: 'The earliest lawful day is {day}. From then on the schedule of the centre holds no free sitting for you. The centre will name the day; nothing is asked of you.',
  unpaid: 'Pay first: when the payment has arrived the day can be chosen.', notNow: 'No day is chosen now: that is done after the contract and before the notification.', centreNames: 'The centre names the day of the exam and sends you a notification.',
  wishTitle: 'Tell me when a day that suits appears', wishLead: 'Mark the days and the time when you could come. When such a day appears in the schedule we send you a letter. If you mark nothing, we tell you of any day.', wishNone: 'If none of them suits', weekdays: 'Days of the week', weekdayNames: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  parts: 'Time of the day', partNames: { morning: 'Morning (until 12:00)', afternoon: 'Afternoon (12:00–17:00)', evening: 'Evening (after 17:00)' }, wishSend: 'Ask to be told', wished: 'Written down. When a day that suits appears we send a letter.',
  wishStands: 'You asked for: {what}. Not told yet.', wishTold: 'You asked for: {what}. Told: {at}.', anyDay: 'any day', anyPart: 'any time',
  centre: { title: 'The candidate chose a day', send: 'Send the notification for this day', wish: 'The candidate wishes: {what}', sendBy: 'Last day to send the notification for this day: {day}.', waits: 'The candidate has not chosen a day yet; you may name it yourself.', toNotice: 'To the notification', chosenCount: 'chose: {n}' },
}
