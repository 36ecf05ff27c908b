import type { EditionsText } from './kk.ts'

export const en: EditionsText = {
  title: 'Editions of the register', lead: 'Every published change of the register of professions: what was added, moved, changed and struck.', home: 'Home', professions: 'Professions',
  one: 'Edition {no}', edition: 'Edition', published: 'Published', content: 'Content', empty: 'No editions', emptyText: 'The first edition will stand here once it is published.',
  counts: {
    added: { one: '{n} added', other: '{n} added' }, 'moved-to-mandatory': { one: '{n} moved to mandatory', other: '{n} moved to mandatory' }, 'moved-to-voluntary': { one: '{n} moved to voluntary', other: '{n} moved to voluntary' },
    changed: { one: 'terms of {n} changed', other: 'terms of {n} changed' }, struck: { one: '{n} struck off', other: '{n} struck off' },
  },
  nothing: 'no changes',
  kinds: { added: 'Added', 'moved-to-mandatory': 'Moved to mandatory', 'moved-to-voluntary': 'Moved to voluntary', changed: 'Changed', struck: 'Struck off' },
  profession: 'Profession', kind: 'Change', from: 'In force from', items: 'What changes', all: 'The table shows the first {shown} entries of {total}. The file holds them all.',
  running: 'Running cases', runningText: { one: '{n} case is running under a version that was replaced or struck. It is finished under the version of its registration.', other: '{n} cases are running under versions that were replaced or struck. They are finished under the version of their registration.' }, runningNone: 'No case is running under versions that were replaced or struck.',
  csv: 'CSV table', json: 'JSON', files: 'Data', history: 'history of the entry',
}
