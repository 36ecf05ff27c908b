import { parseDay, type Day } from '#kernel/day.ts'
import { assertNone, deny, type Blocker } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { takeIn, type SentFile } from '#modules/uploads/index.ts'
import { openDraft, passMove, type AccreditationCase } from '../cases.ts'
import { openNext } from '../extension/open-next.ts'
import { policy } from '../policy.ts'
import { keepPaper } from './attach-paper.ts'
import { assertNoCertificate } from './open-application.ts'
import { insertFiling } from './store/filing-store.ts'
import { selectChambers } from './store/receipt-store.ts'

export interface PaperApplication {
  chamberId: string
  bin: string
  nameKk: string
  nameRu: string
  /** The day on which it came in: today or earlier. */
  receivedOn: string
  language: string
  /** A first application, an extension or a renewal; what is not said is a first one. */
  kind?: string | undefined
  scan: SentFile | undefined
}

/** The chamber enters an application that came on paper, with its day and scan; it then fills in the rest. An organisation unknown until now is entered with it. Answers the id of the case. */
export async function enterPaperApplication(ctx: Ctx, input: PaperApplication): Promise<Uuid> {
  await read(ctx, 'accreditation.enter-paper', async (t) => assertMay(t, policy, 'accreditation.enter-paper', input))
  const language = input.language === 'ru' ? 'ru' : 'kk'
  const scan = input.scan && (await takeIn(ctx, input.scan))
  return tx(ctx, 'accreditation.enter-paper', async (t) => {
    assertMay(t, policy, 'accreditation.enter-paper', input)
    const chamber = (await selectChambers(t.sql)).find((each) => each.organisationId === input.chamberId) ?? deny('accreditation.no-chamber')
    const receivedOn = parseDay(input.receivedOn)
    const blockers: Blocker[] = []
    if (!receivedOn) blockers.push({ code: 'accreditation.received-wrong' })
    else if (receivedOn > t.today) blockers.push({ code: 'accreditation.received-in-future' })
    if (!scan) blockers.push({ code: 'accreditation.scan-missing' })
    assertNone('accreditation.paper-not-admissible', blockers)
    const organisationId = await people.findOrEnterApplicant(t, { bin: input.bin, nameKk: input.nameKk.trim(), nameRu: input.nameRu.trim() })
    assertMay(t, policy, 'accreditation.enter-paper', input)
    const kase = await openOnPaper(t, { kind: input.kind, organisationId, regionKato: chamber.regionKato, receivedOn: receivedOn! })
    await keepPaper(t, kase.id, { kind: 'application', language, professionCode: null, level: null }, scan!)
    await passMove(t, kase, 'chamber')
    return kase.id
  })
}

async function openOnPaper(t: Tx, { kind, organisationId, regionKato, receivedOn }: { kind: string | undefined; organisationId: Uuid; regionKato: string; receivedOn: Day }): Promise<AccreditationCase> {
  if (kind === 'extension' || kind === 'renewal') {
    const kase = await openNext(t, { organisationId, kind, channel: 'paper', receivedOn })
    return kase.regionKato === regionKato ? kase : deny('accreditation.other-region')
  }
  await assertNoCertificate(t, organisationId)
  const kase = await openDraft(t, { kind: 'initial', organisationId, regionKato, channel: 'paper' })
  await insertFiling(t.sql, kase.id, receivedOn)
  return kase
}
