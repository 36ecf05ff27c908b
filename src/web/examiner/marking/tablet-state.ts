import type { Language } from '#kernel/localized.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { TabletState, TabletView } from '#modules/exams/index.ts'
import { blockerText } from '../../denials.ts'
import { uiText } from '../../ui/ui-text.ts'
import { markingText } from './marking-text.ts'

/** How one sheet stands with the server, as the island draws it. */
export interface SheetState {
  state: TabletState
  label: string
  marks: Record<number, { done: boolean; note: string; said: string }>
  refused: string[]
  photos: { kind: 'photo' | 'video'; step: number; href: string; said: string }[]
}

/** The state of every sheet of a tablet, by the number of the case. */
export function statesOf(view: TabletView, lang: Language): Record<string, SheetState> {
  const words = markingText(lang).tablet
  const ui = uiText(lang)
  return Object.fromEntries(view.sheets.map((sheet) => [sheet.number, {
    state: sheet.state, label: words.states[sheet.state],
    marks: Object.fromEntries(sheet.marks.map((mark) => [mark.stepNo, { done: mark.done, note: mark.note, said: fill(words.sent, { at: formatTime(mark.markedAt) }) }])),
    refused: sheet.refused.map((each) => fill(words.refused, {
      step: each.stepNo, at: formatTime(each.writtenAt), what: each.kind === 'stop' ? markingText(lang).sheet.stopTitle : each.kind === 'photo' || each.kind === 'video' ? words[each.kind] : each.done ? ui.markDone : ui.markNotDone,
      reason: blockerText(lang, { code: each.refused, data: { step: each.stepNo, most: sheet.limits[each.kind === 'video' ? 'videosPerStep' : 'photosPerStep'] } }),
    })),
    photos: sheet.photos.map((photo) => ({ kind: photo.kind, step: photo.stepNo, href: `/${lang}/examiner/marking/${sheet.number}/photos/${photo.id}`, said: fill(words[photo.kind === 'video' ? 'videoAt' : 'photoAt'], { at: formatTime(photo.writtenAt) }) })),
  }]))
}
