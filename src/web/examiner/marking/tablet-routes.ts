import { Denial } from '#kernel/denial.ts'
import { islandRoute } from '#platform/http/page.ts'
import { deliverWords, readTablet } from '#modules/exams/index.ts'
import { blockerText, denialText } from '../../denials.ts'
import { readSentSheets } from './sent-marks.ts'
import { statesOf } from './tablet-state.ts'

/** Where the tablet delivers what was marked, sheet by sheet: a sheet that is not taken holds up no other. With nothing to deliver it asks how every sheet stands. */
export const marksRoute = islandRoute({
  path: '/examiner/sittings/:id/marks', action: 'practice.mark', access: ['assessor'], method: 'POST',
  async handle(ctx, { lang, params, body }) {
    const { sentAt, sheets } = readSentSheets(body)
    const answers: Record<string, unknown> = {}
    for (const { number, device, words } of sheets) {
      try {
        const { lastSeq, outcomes } = await deliverWords(ctx, { sittingId: params['id']!, number, device, sentAt, words })
        answers[number] = { lastSeq, outcomes: outcomes.map(({ data, ...each }) => (each.code ? { ...each, reason: blockerText(lang, { code: each.code, data: data as never }) } : each)) }
      } catch (error) {
        if (!(error instanceof Denial)) throw error
        answers[number] = { denied: denialText(lang, error) }
      }
    }
    return { sheets: answers, states: statesOf(await readTablet(ctx, params['id']!), lang) }
  },
})
