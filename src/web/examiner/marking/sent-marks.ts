import { SECONDS_MAX, type SentWord } from '#modules/exams/index.ts'
import { isDevice, recordOf, textOf, wholeOf, wrong } from '../../kept/sent-words.ts'

export interface SentSheet {
  number: string
  device: string
  words: SentWord[]
}
/** Most words in one request, of all candidates together. */
const MOST_WORDS = 200

/** Reads what a tablet sends: when it sends by its own clock, and per candidate the device and its numbered words. */
export function readSentSheets(body: unknown): { sentAt: string; sheets: SentSheet[] } {
  const { sentAt, sheets } = recordOf(body)
  if (!Array.isArray(sheets) || sheets.length > 100) throw wrong()
  const read = sheets.map((raw): SentSheet => {
    const { number, device, words } = recordOf(raw)
    if (!isDevice(device) || !Array.isArray(words)) throw wrong()
    return { number: textOf(number, 40), device, words: words.map(readWord) }
  })
  if (read.reduce((sum, sheet) => sum + sheet.words.length, 0) > MOST_WORDS) throw wrong()
  return { sentAt: textOf(sentAt, 40), sheets: read }
}

function readWord(raw: unknown): SentWord {
  const { seq, kind, writtenAt, body } = recordOf(raw)
  const given = recordOf(body)
  const head = { seq: wholeOf(seq, 1), writtenAt: textOf(writtenAt, 40), step: wholeOf(given['step'], 1, 1000) }
  if (kind === 'stop') return { ...head, kind, ground: textOf(given['ground']) }
  if (kind !== 'mark' || typeof given['done'] !== 'boolean') throw wrong()
  return { ...head, kind, done: given['done'], note: textOf(given['note']), seconds: given['seconds'] === null ? null : wholeOf(given['seconds'], 0, SECONDS_MAX) }
}
