import type { ClassificationsText } from './kk.ts'

export const en: ClassificationsText = {
  title: 'Classifications and frameworks', lead: 'Where a profession stands in other classifications, and the sectoral qualifications frameworks, are optional. Every row carries its source. A table is taken as a whole or not at all.',
  mappings: 'Mappings to classifications', frameworks: 'Sectoral qualifications frameworks', kind: 'Table', kinds: { mappings: 'Mappings to classifications', frameworks: 'Sectoral qualifications frameworks' }, kindMissing: 'Choose the table.', columns: 'Columns: {columns}.',
  endedHint: 'With 1 in the column “ended” the row ends; the record is not erased.', schemesHint: 'In the column “scheme”: nkz, isco08 or esco.', template: 'Empty template, CSV', file: 'File', take: 'Take the table', done: 'Entered: {entered}, ended: {ended}, unchanged: {unchanged}.',
  fault: 'Row {line}, {column}: {reason}', none: 'Nothing has been entered yet.', code: 'Code', name: 'Name',
}
