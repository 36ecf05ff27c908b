import { expect, it } from 'vitest'
import { REFUSAL_NOTE_MOST, refusalNoteFault } from './admission.ts'

it.each<[string, string, string | undefined]>([
  ['nothing', '', 'proctoring.refusal-note-missing'], ['a word', 'не он', 'proctoring.refusal-note-missing'], ['a sentence', 'На документе другое лицо.', undefined],
  ['as long as may be', 'а'.repeat(REFUSAL_NOTE_MOST), undefined], ['one longer', 'а'.repeat(REFUSAL_NOTE_MOST + 1), 'proctoring.refusal-note-too-long'],
  ['the number of a paper', 'Удостоверение 012345678 просрочено', 'proctoring.compared-number'], ['a day', 'Истекло 01.02.2024 года', undefined],
])('of why somebody is not let in: %s', (_, note, code) => expect(refusalNoteFault(note)?.code).toBe(code))
