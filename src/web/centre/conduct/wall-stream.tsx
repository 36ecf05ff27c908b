import { formatTime } from '#platform/i18n/format.ts'
import { eventStream } from '#platform/http/page.ts'
import { CENTRE_ROLES } from '#modules/casework/index.ts'
import { assertMayWatch, watchSitting } from '#modules/exams/index.ts'
import { drawFragment } from '../../fragment.tsx'
import { Counts, handOf } from './console.tsx'
import { HaltBox, haltKey } from './halt-box.tsx'
import { actsKey, SeatActs, seatClass, SeatFace } from './seat-card.tsx'
import { SittingRecord } from './sitting-record.tsx'

const NO_FORM = { values: {}, errors: [] }

/** What the wall brings: the parts of the page that changed, drawn as the page draws them. */
interface WallEvent {
  at: string
  /** `acts` only where they rest on something else than what this stream has sent before. */
  seats: { number: string; look: string; key: string; face: string; acts?: string }[]
  counts: string
  halt: { key: string; html: string }
  record?: string
}

/** The wall of a sitting as it changes. Drawing costs no question to the database: all who watch share one read. */
export const wallStream = eventStream({
  path: '/centre/sittings/:id/wall', action: 'sitting.console', access: CENTRE_ROLES,
  async open(ctx, { lang, params, lastEventId, csrf, newRequestKey, send }) {
    const sittingId = params['id']!
    let last = lastEventId
    let open = false
    const sent = new Map<string, string>()
    const watcher = await watchSitting(ctx, sittingId, () => { if (open) tell() })
    let hand = handOf(ctx.actor, watcher.console(lang).sitting)
    open = true
    tell()
    return {
      async recheck(now) {
        const { over } = await assertMayWatch(now, sittingId)
        hand = handOf(now.actor, watcher.console(lang).sitting)
        return { present: !over }
      },
      beat: () => (watcher.isFresh() ? { at: formatTime(watcher.console(lang).now) } : undefined),
      close: () => watcher.stop(),
    }

    function tell(): void {
      const changes = watcher.changesSince(last)
      if (changes.id === last) return
      const view = watcher.console(lang)
      const frame = () => ({ view, hand, lang, csrf, requestKey: newRequestKey(), form: NO_FORM })
      const data: WallEvent = {
        at: formatTime(view.now),
        seats: view.seats.filter((seat) => changes.seats.has(seat.caseNumber)).map((seat) => {
          const p = { ...frame(), seat }
          const key = actsKey(seat, view)
          const acts = sent.get(seat.caseNumber) === key ? {} : { acts: drawFragment(lang, <SeatActs {...p} />) }
          sent.set(seat.caseNumber, key)
          return { number: seat.caseNumber, look: seatClass(seat), key, face: drawFragment(lang, <SeatFace {...p} />), ...acts }
        }),
        counts: drawFragment(lang, <Counts view={view} lang={lang} />),
        halt: { key: haltKey(view), html: drawFragment(lang, <HaltBox {...frame()} />) },
        ...(changes.record ? { record: drawFragment(lang, <SittingRecord record={view.record} lang={lang} />) } : {}),
      }
      send({ id: changes.id, event: 'wall', data })
      last = changes.id
    }
  },
})
