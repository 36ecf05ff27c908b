import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NOT_LET_IN_GROUNDS, NOT_LET_IN_NOTE_MOST, notLetInGrounds, notLetInNoteFault } from './admission.ts'
import { parseNormEdition } from './norm-edition.ts'

const edition = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const older = { ...edition, norms: edition.norms.filter((norm) => norm.key !== 'admission.notLetInGrounds') }
const narrower = { ...edition, norms: edition.norms.map((norm) => (norm.key === 'admission.notLetInGrounds' ? { ...norm, value: 'face-differs room' } : norm)) }

describe('on which grounds somebody who came is not let in', () => {
  it.each([
    ['in the centre', edition, { online: false, coveredFace: false }, ['no-document', 'document', 'face-differs', 'other']],
    ['in the centre, of a face covered for religious reasons', edition, { online: false, coveredFace: true }, ['no-document', 'document', 'face-differs', 'not-shown', 'other']],
    ['on line, where his own room is seen', edition, { online: true, coveredFace: false }, ['document', 'face-differs', 'room', 'other']],
    ['on line, of a covered face', edition, { online: true, coveredFace: true }, ['document', 'face-differs', 'not-shown', 'room', 'other']],
    ['by an edition older than the norm', older, { online: false, coveredFace: false }, ['no-document', 'document', 'face-differs', 'other']],
    ['by a norm that names fewer', narrower, { online: false, coveredFace: true }, ['face-differs']],
  ])('%s', (_, norms, who, grounds) => expect(notLetInGrounds(norms, who)).toEqual(grounds))
  it('the norm names every ground that has words', () => expect(String(edition.norms.find((norm) => norm.key === 'admission.notLetInGrounds')!.value).split(' ')).toEqual([...NOT_LET_IN_GROUNDS]))
})

it.each<[string, string, string | undefined]>([
  ['nothing', '', 'admission.note-missing'], ['a word', 'не он', 'admission.note-missing'], ['a sentence', 'На документе другое лицо.', undefined],
  ['as long as may be', 'а'.repeat(NOT_LET_IN_NOTE_MOST), undefined], ['one longer', 'а'.repeat(NOT_LET_IN_NOTE_MOST + 1), 'admission.note-too-long'],
  ['the number of a paper', 'Удостоверение 012345678 просрочено', 'admission.note-number'], ['a day', 'Истекло 01.02.2024 года', undefined],
])('of why somebody is not let in: %s', (_, note, code) => expect(notLetInNoteFault(note)?.code).toBe(code))
