import { describe, expect, test } from 'vitest'
import { requestBlockers, type Wording } from './reissue.ts'

const today: Wording = { nameKk: '«Талап» ЖШС', nameRu: 'ТОО «Талап»', nameEn: 'Talap LLP', addressKk: 'Абай к-сі, 1', addressRu: 'ул. Абая, 1' }
const request = { ground: 'name-changed', note: 'Қайта тіркелді', ...today, nameKk: '«Талап плюс» ЖШС' }

describe('a request to write the certificate anew', () => {
  test.each([
    ['stands with a new name', {}, []],
    ['needs a ground of the list', { ground: 'whim' }, ['reissue.ground-missing']],
    ['needs its circumstances', { note: '  ' }, ['reissue.note-missing']],
    ['for a new name changes the name', { nameKk: today.nameKk }, ['reissue.name-unchanged']],
    ['for a new address changes the address', { ground: 'address-changed' }, ['reissue.address-unchanged']],
    ['for a mistake may leave both: the mistake stands in the paper', { ground: 'mistake', nameKk: today.nameKk }, []],
    ['says everything in both languages', { addressRu: '' }, ['reissue.word-missing']],
    ['may have no English name', { nameEn: '' }, []],
    ['is not endless', { nameRu: 'я'.repeat(301) }, ['reissue.word-too-long']],
  ])('%s', (_, change, found) => {
    expect(requestBlockers({ ...request, ...change }, today).map((each) => each.code)).toEqual(found)
  })
})
