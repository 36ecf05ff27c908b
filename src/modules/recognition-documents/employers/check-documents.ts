import { parseDocumentNumber } from '#kernel/document-number.ts'
import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as employers from '#modules/employers/index.ts'
import * as mandatoryOutcomes from '#modules/mandatory-outcomes/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { publicNameOf, statusOn, type DocumentStatus } from '../domain/document.ts'
import { historicKey } from '../history/domain/historic-table.ts'
import { HISTORIC_IIN_PLACE } from '../history/import-history.ts'
import { selectHistoricByKey } from '../history/store/historic-store.ts'
import { policy } from '../policy.ts'
import { selectDocumentByNumber } from '../store/document-store.ts'
import { MOST_CHECKED, readCheckLines, type CheckLine } from './domain/check-lines.ts'

/** What one line of a check is answered. An unknown number and a wrong second fact are the same answer. */
export interface Checked extends CheckLine {
  status: DocumentStatus | 'not-found'
  kind: 'voluntary' | 'mandatory' | undefined
  holder: string
  profession: Partial<Localized>
  validUntil: Day | null
}

/** Checks a list of documents, each by its number and the last four digits of its holder's IIN; that a list was checked, and how long it was, is written down. */
export async function checkDocuments(ctx: Ctx, text: string): Promise<Checked[]> {
  const { requestKey: _, ...unkeyed } = ctx
  return tx(unkeyed, 'documents.check', async (t) => {
    const employer = await employers.ownEmployer(t)
    assertMay(t, policy, 'documents.check', employer)
    const lines = readCheckLines(text)
    if (lines.length === 0) throw new Denial('documents.nothing-to-check', { data: { field: 'lines' } })
    if (lines.length > MOST_CHECKED) throw new Denial('documents.too-many-to-check', { data: { field: 'lines', most: MOST_CHECKED } })
    return withSystemSight(t, async () => {
      const checked: Checked[] = []
      for (const line of lines) checked.push(await checkLine(t, line))
      await record(t, employers.employerChainOf(employer.organisationId), 'documents-checked', { lines: lines.length, found: checked.filter((each) => each.status !== 'not-found').length })
      return checked
    })
  })
}

async function checkLine(t: Tx, line: CheckLine): Promise<Checked> {
  const nothing: Checked = { ...line, status: 'not-found', kind: undefined, holder: '', profession: {}, validUntil: null }
  if (line.lastFour === '') return nothing
  const number = parseDocumentNumber(line.number)
  const document = number.ok ? await selectDocumentByNumber(t.sql, number.value) : undefined
  if (document && (await people.getPerson(t, document.personId)).iinLastFour === line.lastFour) {
    const profession = await professions.findProfessionOrStruck(t.sql, document.professionCode, t.today)
    return { ...line, status: statusOn(document, t.today), kind: 'voluntary', holder: document.publicName, profession: profession?.name ?? {}, validUntil: document.validUntil }
  }
  const key = historicKey(line.number)
  const historic = document || key === '' ? undefined : await selectHistoricByKey(t.sql, key)
  if (historic && t.cipher.open(historic.iinCipher, HISTORIC_IIN_PLACE).endsWith(line.lastFour)) {
    const profession = await professions.findProfessionOrStruck(t.sql, historic.professionCode, t.today)
    return { ...line, status: statusOn(historic, t.today), kind: 'voluntary', holder: historic.publicName, profession: profession?.name ?? {}, validUntil: historic.validUntil }
  }
  const outcome = (await mandatoryOutcomes.findOutcomesByNumber(t, line.number)).find((each) => each.iinLastFour === line.lastFour)
  if (!outcome) return nothing
  return { ...line, status: statusOn(outcome, t.today), kind: 'mandatory', holder: publicNameOf(outcome), profession: outcome.profession.name, validUntil: outcome.validUntil }
}
