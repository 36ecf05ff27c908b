import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { fileRowOf, takeIn, type ExaminedFile, type SentFile } from '#modules/uploads/index.ts'
import { getCase, lockCase, record } from '../cases.ts'
import { policy } from '../policy.ts'
import { PAPER_KINDS, PAPER_LANGUAGES, type PaperKind, type PaperLanguage } from './domain/filing.ts'
import { factsOf } from '../case-facts.ts'
import { assertFillable, readAction } from './fillable.ts'
import { insertPaper, removePaper, selectLines, selectPaper, selectPapers, touchCase, type Paper } from './store/filing-store.ts'

/** Papers one case may hold at a time: four kinds and the programmes of many professions, in two languages. */
const PAPERS_MAX = 200


type Place = Pick<Paper, 'kind' | 'language' | 'professionCode' | 'level'>

/** Writes the row of an examined paper; the caller has locked the case and asked the policy. */
export async function keepPaper(t: Tx, caseId: Uuid, place: Place, file: ExaminedFile): Promise<Uuid> {
  const paper: Paper = { ...place, id: t.newId(), caseId, ...fileRowOf(t, file) }
  await insertPaper(t.sql, paper)
  await record(t, caseId, 'accreditation-paper-attached', { paperId: paper.id, kind: paper.kind, language: paper.language, profession: paper.professionCode, level: paper.level })
  return paper.id
}

/** A kind of paper; also one of a single line, `kind/<profession>/<level>`. */
export interface NewPaper {
  caseId: string
  item: string
  language: string
  file: SentFile | undefined
}

/** Attaches one of the five kinds of papers in one of the two languages. */
export async function attachPaper(ctx: Ctx, input: NewPaper): Promise<Uuid> {
  await read(ctx, 'accreditation.fill', async (t) => assertMay(t, policy, 'accreditation.fill', await factsOf(t, await getCase(t, input.caseId))))
  if (!input.file) deny('accreditation.file-missing', { field: 'file' })
  const file = await takeIn(ctx, input.file)
  return tx(ctx, 'accreditation.fill', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.fill', await factsOf(t, kase))
    assertFillable(kase)
    const language = PAPER_LANGUAGES.find((each): each is PaperLanguage => each === input.language) ?? deny('accreditation.paper-language-missing', { field: 'language' })
    const [name, code, level] = input.item.split('/')
    const kind = PAPER_KINDS.find((each): each is PaperKind => each === name) ?? deny('accreditation.paper-kind-missing', { field: 'item' })
    const line = (await selectLines(t.sql, kase.id)).find((each) => each.professionCode === code && each.level === Number(level))
    // A programme is written on the platform and is no paper.
    if (kind === 'programme') deny('accreditation.paper-kind-missing', { field: 'item' })
    if ((await selectPapers(t.sql, kase.id, PAPER_KINDS)).length >= PAPERS_MAX) assertNone('accreditation.too-many-papers', [{ code: 'accreditation.too-many-papers', data: { most: PAPERS_MAX } }])
    const id = await keepPaper(t, kase.id, { kind, language, professionCode: line?.professionCode ?? null, level: line?.level ?? null }, file)
    await touchCase(t.sql, kase.id)
    return id
  })
}

/** Takes a paper out while the application is open; what was once submitted stays stored. */
export async function detachPaper(ctx: Ctx, input: { caseId: string; paperId: string }): Promise<void> {
  await tx(ctx, 'accreditation.fill', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.fill', await factsOf(t, kase))
    assertFillable(kase)
    if (!parseUuid(input.paperId) || (await removePaper(t.sql, kase.id, input.paperId, t.now)) === 0) throw new Denial('not-found')
    await touchCase(t.sql, kase.id)
    await record(t, kase.id, 'accreditation-paper-detached', { paperId: input.paperId })
  })
}

/** The cleaned copy of a paper, for those who may see its case. */
export async function openPaper(ctx: Ctx, id: string): Promise<{ paper: Paper; bytes: Uint8Array }> {
  const paper = await read(ctx, 'accreditation.read', async (t) => {
    const row = parseUuid(id) && (await selectPaper(t.sql, id))
    if (!row) throw new Denial('not-found')
    const kase = await getCase(t, row.caseId)
    assertMay(t, policy, readAction(kase), await factsOf(t, kase))
    return row
  })
  return { paper, bytes: await ctx.files.get(paper.fileKey) }
}
