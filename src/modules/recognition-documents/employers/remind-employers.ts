import { addDays, type Day } from '#kernel/day.ts'
import { normList } from '#kernel/norms.ts'
import type { Uuid } from '#kernel/id.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { record } from '#platform/journal/journal.ts'
import * as employers from '#modules/employers/index.ts'
import * as people from '#modules/people/index.ts'
import { messages } from '../messages/index.ts'
import { policy } from '../policy.ts'
import { holdingsOf, type Holding } from './holdings.ts'
import { insertEmployerReminder } from './store/holding-store.ts'

/** The nearest of the days before expiry that has come; undefined while none has, or when it is over. */
export function reminderDue(validUntil: Day | null, today: Day, daysBefore: readonly number[]): number | undefined {
  if (validUntil === null || validUntil < today) return undefined
  return [...daysBefore].sort((a, b) => a - b).find((days) => addDays(validUntil, -days) <= today)
}

/** Writes to employers of documents of their people that will expire, so many days before as the norm says [D]; one letter for all of a day, each document once. Answers how many employers were written to. */
export async function remindEmployers(ctx: Ctx): Promise<number> {
  const ids = await read(ctx, 'sweep.remind', async (t) => {
    assertMay(t, policy, 'sweep.remind', undefined as never)
    return employers.listEmployersWithPeople(t)
  })
  return eachInTurn(ids, (organisationId) => remindOne(ctx, organisationId))
}

async function remindOne(ctx: Ctx, organisationId: Uuid): Promise<boolean> {
  return tx(ctx, 'sweep.remind', async (t) => {
    assertMay(t, policy, 'sweep.remind', undefined as never)
    return withSystemSight(t, async () => {
      const days = normList(await t.law.normsInForce(t.sql, t.today), 'employer.remindDaysBefore').map(Number)
      const due: Holding[] = []
      for (const holding of await holdingsOf(t, await employers.consentedOf(t, organisationId))) {
        const daysBefore = holding.status === 'valid' ? reminderDue(holding.validUntil, t.today, days) : undefined
        if (daysBefore !== undefined && (await insertEmployerReminder(t.sql, { organisationId, documentId: holding.documentId, daysBefore, at: t.now })) === 1) due.push(holding)
      }
      if (due.length === 0) return false
      for (const holder of await people.listHolders(t.sql, organisationId, t.today, 'employer-representative')) await writeTo(t, holder.accountId, due)
      await record(t, employers.employerChainOf(organisationId), 'expiry-reminded', { documentIds: due.map((each) => each.documentId) })
      return true
    })
  })
}

async function writeTo(t: Tx, accountId: string, due: readonly Holding[]): Promise<void> {
  await people.sendLetter(t, { accountId }, {
    kind: 'employer-expiring',
    write(lang: Language) {
      const words = messages[lang].employers.expiring
      const lines = due.map((each) => fill(words.line, { name: personName(each, lang, 'full'), profession: inLanguage(each.profession.name, lang), number: each.number, until: formatDay(each.validUntil!, lang) })).join('\n')
      return { subject: fill(words.subject, { count: due.length }), body: fill(words.body, { lines, link: `${t.publicUrl}/${lang}/employer/documents` }) }
    },
  })
}
