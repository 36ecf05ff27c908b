import type { RegistersText } from './kk.ts'

export const en: RegistersText = {
  importTitle: 'Import of data',
  importLead: 'Upload a table: it is examined first and faults are shown row by row. With a single fault nothing is entered.',
  kind: 'What is imported', kinds: { professions: 'Register of professions', centres: 'Recognition centres', holidays: 'Working calendar', 'historic-documents': 'Historic documents (before Tanu)', 'historic-vouchers': 'Vouchers of a year that is over (plan and issued)' },
  file: 'CSV or XLSX file', fileHint: 'The first row holds the names of the columns. Up to 100,000 rows.',
  check: 'Examine', recent: 'Recent imports', started: 'Started', state: 'State', rows: 'Rows', none: 'There was no import yet.', open: 'Open',
  states: { examined: 'examined, not entered', running: 'being entered', applied: 'entered', failed: 'not entered', faulty: 'with faults' },
  counts: 'Rows: {rows}; new: {added}, changed: {changed}, unchanged: {unchanged}, faults: {faults}.',
  faults: 'Faults', line: 'Row', column: 'Column', reason: 'Reason', moreFaults: 'The first faults are shown: {count}.',
  faultsTitle: 'Nothing was entered', faultsText: 'Put the faults right in the file and upload it again.', again: 'Upload another file',
  dryTitle: 'The table is good', dryText: 'Nothing has changed yet. Entering is one act: all or nothing.', nothing: 'There is nothing to enter.', apply: 'Enter rows: {count}',
  runningText: 'You may close this page and find it again at the same address.', refresh: 'Refresh the page', done: 'Entered.', started1: 'Entering has begun.', progress: 'Being entered',
  columnsOf: '{table}: columns of the table', requiredColumns: 'Required columns:', otherColumns: 'Other columns:', cellsHint: 'Dates look like 2026-03-27, yes and no are words or 1 and 0, several values are parted by semicolons.', scopeHint: 'The scope of a certificate is “code:level”, for instance P-0001:4;P-0001:5.', template: 'Download an empty table, CSV',
  fileName: 'File: {name}',
  registerTitle: 'Register of professions', registerLead: 'Every entry has versions: the one before is not erased, a case is kept by the version of the day it was opened.',
  code: 'Code', name: 'Name', track: 'Kind of recognition', version: 'Version', from: 'From', until: 'Until', provenance: 'Provenance', levels: 'Level', validity: 'Validity of the document', find: 'Search', current: 'in force', unlimited: 'without limit',
  voluntary: 'voluntary', mandatory: 'mandatory', provenances: { slides: 'slides, March 2026', demonstration: 'demonstration', import: 'import', proposal: 'proposal' }, versions: 'Versions', publicPage: 'Page for everybody', empty: 'No entry was found.', months: { one: '{n} month', other: '{n} months' },
  calendar: {
    title: 'Working calendar', lead: 'All deadlines are counted by this calendar. Load a new year as a table: running deadlines are counted anew and move only later.', load: 'Load a calendar', missing: 'The year {year} is not loaded', missingText: 'A deadline that reaches into this year cannot be counted, and the act stops. Load the year when the decree is out.', estimated: 'Estimated days: {n}. Load again when the official date is known.', whole: 'The year {year} is whole, all days are official.',
  },
}
