import { Denial, isDenial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'

/** Puts sealed bytes into the store. A full store says so by its own name: the browser keeps the chunk and tries again, answers go on. */
export async function putSealed(ctx: Pick<Ctx, 'files'>, bytes: Uint8Array): Promise<{ key: string }> {
  try {
    return await ctx.files.put(bytes)
  } catch (error) {
    if (isDenial(error, 'file.disk-full')) throw new Denial('proctoring.store-full')
    throw error
  }
}
