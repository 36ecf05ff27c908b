import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { islandRoute } from '#platform/http/page.ts'
import { saveAnswers, saveNextAnswer } from '#modules/exams/index.ts'
import { SEAT_COOKIE } from './seat.tsx'

/** Where the island delivers answers; with no change at all it asks for the time left and for warnings. */
export const answersRoute = islandRoute({
  path: '/exam/:number/answers', action: 'exam.sit', access: 'public', method: 'POST',
  async handle(ctx, request) {
    const { runId, changes } = parse(request.body)
    return saveAnswers(ctx, { runId, seatToken: request.cookies[SEAT_COOKIE], changes })
  },
  async atOnce(ctx, request, signIn) {
    const { runId, changes } = parse(request.body)
    return saveNextAnswer(ctx, { runId, seatToken: request.cookies[SEAT_COOKIE], changes }, signIn)
  },
})

/** Anything that is not a run with a list of numbered answers is refused; strings are short, lists are bounded. */
function parse(body: unknown): { runId: string; changes: { seq: number; itemNo: number; chosen: string[] }[] } {
  const wrong = () => new Denial('input.wrong')
  const { runId, changes } = (typeof body === 'object' && body !== null ? body : {}) as { runId?: unknown; changes?: unknown }
  const id = typeof runId === 'string' ? parseUuid(runId) : undefined
  if (!id || !Array.isArray(changes)) throw wrong()
  return {
    runId: id,
    changes: changes.map((change: unknown) => {
      const { seq, itemNo, chosen } = (typeof change === 'object' && change !== null ? change : {}) as Record<string, unknown>
      const options = Array.isArray(chosen) ? chosen : undefined
      if (!Number.isSafeInteger(seq) || (seq as number) < 1 || !Number.isSafeInteger(itemNo) || !options || options.length > 20 || !options.every((key) => typeof key === 'string' && key.length <= 20)) throw wrong()
      return { seq: seq as number, itemNo: itemNo as number, chosen: options as string[] }
    }),
  }
}
