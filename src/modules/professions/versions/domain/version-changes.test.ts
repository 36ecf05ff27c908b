import { describe, expect, test } from 'vitest'
import type { ProfessionFacts } from '../../domain/profession.ts'
import { versionChanges, type VersionChange } from './version-changes.ts'

const WELDER: ProfessionFacts = {
  code: 'T-1', name: { kk: 'Дәнекерлеуші', ru: 'Сварщик' }, track: 'voluntary', basis: 'standard', basisTitle: {}, fieldCode: 'industry', levels: [2, 3],
  educationRequired: false, experienceRequired: true, educationText: {}, experienceText: {}, validityMonths: 36, ageMin: null, bodyCode: null, act: {}, form: null,
  synonyms: [], provenance: 'demonstration', attributesProvenance: 'demonstration',
}

describe('the list of changes of a version', () => {
  test('the first version of an entry was added, and nothing else is said of it', () => {
    expect(versionChanges(undefined, WELDER)).toEqual([{ kind: 'added' }])
  })
  const cases: [string, Partial<ProfessionFacts>, VersionChange[]][] = [
    ['the same facts are no change', {}, []],
    ['levels in another order are no change', { levels: [3, 2] }, []],
    ['a synonym helps the search and is no change of the entry', { synonyms: ['электросварщик'] }, []],
    ['where the record comes from is no change of the entry', { provenance: 'import', attributesProvenance: 'import' }, []],
    ['a level more and a level less are both named', { levels: [3, 4] }, [{ kind: 'levels', added: [4], removed: [2] }]],
    ['a term that becomes unlimited is a change of validity', { validityMonths: null }, [{ kind: 'changed', aspect: 'validity' }]],
    ['an age set for the first time is a change of age', { ageMin: 18 }, [{ kind: 'changed', aspect: 'age' }]],
    ['education asked for is a change, and so is its wording', { educationRequired: true, educationText: { ru: 'Среднее' } }, [{ kind: 'changed', aspect: 'education' }]],
    ['moved to mandatory: the move comes first, then what goes with it', { track: 'mandatory', basis: null, form: 'attestation' },
      [{ kind: 'moved', to: 'mandatory' }, { kind: 'changed', aspect: 'basis' }, { kind: 'changed', aspect: 'form' }]],
  ]
  test.each(cases)('%s', (_sentence, changed, expected) => {
    expect(versionChanges(WELDER, { ...WELDER, ...changed })).toEqual(expected)
  })
})
