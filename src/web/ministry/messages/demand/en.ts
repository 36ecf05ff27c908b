import type { DemandText } from './kk.ts'

export const en: DemandText = {
  title: 'Who waits for an exam', lead: 'People who have a contract and no notification yet, and the free seats from {from} to {until}. A free seat is an exam with room at theory and practice alike; seats of another centre do not count. Seats on line and in the centre are counted apart: only the kind that somebody chose is of use to him. In the table the number behind the stroke is that on line.',
  onlineOf: 'on line: {people} waiting, {seats} seats',
  asOf: 'As of {date}', byRegion: 'Regions', byQualification: 'Centres and professions', own: 'Qualifications', sentence: '{region}: {people} for {seats}', people: { one: '{n} person waits', other: '{n} people wait' }, seats: { one: '{n} seat', other: '{n} seats' }, ofCentre: '{people} for {seats} at the centre.', nobody: 'Nobody waits for an exam', nobodyText: 'Whoever has a contract and no notification yet stands here.',
  region: 'Region', centre: 'Centre', profession: 'Profession', level: 'Level', waiting: 'Waiting', free: 'Free seats', theory: 'Theory', practice: 'Practice', without: 'Seats missing', since: 'Waiting since', all: 'all', onlyWithout: 'only where missing', rows: 'List of cases', plan: 'Add a sitting', csv: 'CSV', xlsx: 'XLSX',
  header: ['region', 'centre', 'profession', 'level', 'waiting', 'free at theory', 'free at practice', 'free seats', 'seats missing', 'waiting since', 'waiting on line', 'free at theory on line', 'free at practice on line', 'free seats on line'],
}
