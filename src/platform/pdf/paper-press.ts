import { moment, type Moment } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { SigningPort } from '#platform/signing/signing-port.ts'
import { claimPaper, delayPaper, keepPaper } from './paper-outbox.ts'
import { renderPdf } from './render-pdf.ts'

/** Real time: making a paper is a matter of the machine, not of the case. */
const now = (): Moment => moment(new Date().toISOString())

/** Makes the bytes of one waiting paper: rendered once, sealed once, stored once. Answers 1 when it made one, 0 when none waits. */
export async function pressPaper(ctx: Pick<Ctx, 'db' | 'files'>, seal: SigningPort, id: string | null = null): Promise<number> {
  const paper = await claimPaper(ctx.db, now(), id)
  if (!paper) return 0
  try {
    const plain = await renderPdf(paper.kind, paper.data, { standard: 'ua-1', createdAt: paper.createdAt })
    const sealed = await seal.seal(plain, { reason: paper.kind, sealedAt: paper.createdAt })
    const file = await ctx.files.put(sealed)
    if ((await keepPaper(ctx.db, paper.id, file, now())) === 0) await ctx.files.delete(file.key)
    return 1
  } catch (error) {
    await delayPaper(ctx.db, paper, now(), error instanceof Error ? error.message : String(error))
    throw error
  }
}
