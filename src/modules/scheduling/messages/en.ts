import type { SchedulingText } from './kk.ts'

export const en: SchedulingText = {
  denials: {
    'sitting.not-possible': 'This sitting cannot be put into the schedule.',
    'sitting.time-wrong': 'Write the time as 09:30.',
    'sitting.times-wrong': 'A sitting must end after it begins.',
    'sitting.in-the-past': 'The time of the sitting has passed.',
    'sitting.day-off': 'This is a day off or a holiday; exams are held on working days.',
    'sitting.year-not-in-calendar': 'The working calendar of {year} has not been loaded yet.',
    'sitting.out-of-scope': 'On that day the accreditation scope of the centre does not name this profession and level.',
    'sitting.room-missing': 'Choose a room.',
    'sitting.room-busy': 'The room is taken at that time.',
    'sitting.seats-wrong': 'Give the number of seats as a whole number.',
    'sitting.seats-over-room': 'The room has {room} seats, you gave {seats}.',
    'sitting.invigilator-missing': 'Appoint an invigilator for the theory.',
    'sitting.invigilator-without-role': 'The person chosen is not an invigilator of this centre on that day.',
    'sitting.invigilator-busy': 'The invigilator is at another sitting at that time.',
    'sitting.invigilator-assesses': 'Nobody is both invigilator and assessor of one sitting.',
    'sitting.assessor-twice': 'One assessor is chosen twice.',
    'sitting.assessor-without-role': 'A person chosen is not an assessor of this centre on that day.',
    'sitting.assessor-busy': 'One of the assessors is at another sitting at that time.',
    'sitting.assessors-too-few': 'The practice needs at least {wanted} assessors.',
    'sitting.cancelled-already': 'The sitting has already been cancelled.',
    'sitting.begun': 'The sitting has begun and cannot be cancelled.',
    'sitting.has-candidates': '{notified} candidates are called to this sitting. Send them a notice with a new date first.',
  },
}
