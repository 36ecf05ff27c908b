import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { islandRoute } from '#platform/http/page.ts'
import { saveAnswers, saveNextAnswer } from '#modules/exams/index.ts'
import { SEAT_COOKIE } from './seat.tsx'

/** Where the island delivers answers; with no change at all it asks for the time left and for warnings. */
export const answersRoute = islandRoute({
  path: '/exam/:number/answers', action: 'exam.sit', access: 'public', method: 'POST',
  async handle(ctx, request) {
    return saveAnswers(ctx, { ...parse(request.body), seatToken: request.cookies[SEAT_COOKIE] })
  },
  async atOnce(ctx, request, signIn) {
    return saveNextAnswer(ctx, { ...parse(request.body), seatToken: request.cookies[SEAT_COOKIE] }, signIn)
  },
})

/** Anything that is not a run with a list of numbered answers is refused; strings are short, lists are bounded. */
function parse(body: unknown): { runId: string; device: string | undefined; changes: { seq: number; itemNo: number; chosen: string[] }[] } {
  const wrong = () => new Denial('input.wrong')
  const { runId, device, changes } = (typeof body === 'object' && body !== null ? body : {}) as { runId?: unknown; device?: unknown; changes?: unknown }
  const id = typeof runId === 'string' ? parseUuid(runId) : undefined
  const computer = typeof device === 'string' ? parseUuid(device) : undefined
  if (!id || !Array.isArray(changes) || (device !== undefined && !computer)) throw wrong()
  return {
    runId: id, device: computer,
    changes: changes.map((change: unknown) => {
      const { seq, itemNo, chosen } = (typeof change === 'object' && change !== null ? change : {}) as Record<string, unknown>
      const options = Array.isArray(chosen) ? chosen : undefined
      if (!Number.isSafeInteger(seq) || (seq as number) < 1 || !Number.isSafeInteger(itemNo) || !options || options.length > 20 || !options.every((key) => typeof key === 'string' && key.length <= 20)) throw wrong()
      return { seq: seq as number, itemNo: itemNo as number, chosen: options as string[] }
    }),
  }
}
