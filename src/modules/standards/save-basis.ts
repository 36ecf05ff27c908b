import { assertNone, deny } from '#kernel/denial.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as professions from '#modules/professions/index.ts'
import { assertDraft, chainOf, factsOf, lockVersion } from './bases.ts'
import { type BasisFor, type BasisText, isLevel } from './domain/standard.ts'
import { policy } from './policy.ts'
import * as store from './store/basis-store.ts'

interface Seen {
  versionId: string
  revision: number
}

/** Writes the head of a draft: title, act, edition, page of the act, first day. */
export async function saveBasisHead(ctx: Ctx, input: Seen & { head: store.HeadChange }): Promise<void> {
  await tx(ctx, 'basis.write', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'basis.write', await factsOf(t, version))
    assertDraft(version, input.revision)
    if (input.head.page !== '' && !/^https?:\/\/\S+$/.test(input.head.page)) deny('standards.page-wrong')
    await store.updateHead(t.sql, version.id, input.head)
    await record(t, chainOf(version.id), 'basis-changed', { part: 'head' })
  })
}

/** Writes the text of requirements and for which professions and levels they are. */
export async function saveRequirements(ctx: Ctx, input: Seen & { text: BasisText; professions: string }): Promise<void> {
  await tx(ctx, 'basis.write', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'basis.write', await factsOf(t, version))
    assertDraft(version, input.revision)
    if (version.kind !== 'requirements') deny('not-found')
    const named = readProfessions(input.professions)
    const unknown = (await inTurn(named, async ({ professionCode }) => ((await professions.findProfession(t.sql, professionCode, t.today)) ? [] : [professionCode]))).flat()
    assertNone('standards.professions-wrong', unknown.map((code) => ({ code: 'standards.profession-unknown', data: { code } })))
    await store.updateContent(t.sql, version.id, { text: input.text, page: version.page, professions: named })
    await record(t, chainOf(version.id), 'basis-changed', { part: 'requirements' })
  })
}

/** Reads "K-0001:4; K-0002:3". */
function readProfessions(text: string): BasisFor[] {
  return text.split(/[;\n]/).map((part) => part.trim()).filter(Boolean).map((part) => {
    const match = /^([A-Z0-9][A-Z0-9.-]{0,39})\s*:\s*(\d)$/.exec(part)
    if (!match || !isLevel(Number(match[2]))) return deny('standards.professions-wrong')
    return { professionCode: match[1]!, level: Number(match[2]) }
  })
}
