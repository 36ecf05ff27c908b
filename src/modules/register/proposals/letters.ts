import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { proposalMessages } from '../messages/proposals/index.ts'
import type { Proposal } from './store/proposal-store.ts'

type LetterKind = keyof (typeof proposalMessages)['kk']['letters']

/** To everybody who holds the role today. */
export async function writeToRole(t: Tx, proposal: Proposal, role: Role, kind: LetterKind, { except }: { except?: string | undefined } = {}): Promise<void> {
  const holders = await people.listHoldersOfRole(t.sql, role, t.today)
  await writeTo(t, proposal, holders.map((each) => each.accountId).filter((id) => id !== except), kind, `/ministry/register-proposals/${proposal.id}`)
}

/** To the officers of the body that proposed. */
export async function writeToBody(t: Tx, proposal: Proposal, kind: LetterKind): Promise<void> {
  const holders = await people.listHolders(t.sql, proposal.organisationId, t.today, 'sector-officer')
  await writeTo(t, proposal, holders.map((each) => each.accountId), kind, `/sector/proposals/${proposal.id}`)
}

/** To the centres that recognise the profession today, and to the candidates whose cases run: what changes from the first day, and what stays. */
export async function tellConcerned(t: Tx, proposal: Proposal): Promise<void> {
  const offers = await centres.listCentresFor(t.sql, { professionCode: proposal.professionCode, on: t.today })
  for (const { centre } of offers) {
    const staff = await people.listHolders(t.sql, centre.id, t.today, undefined)
    const clerks = staff.filter((each) => each.roles.some((role) => casework.CLERKS.includes(role)))
    await writeTo(t, proposal, clerks.map((each) => each.accountId), 'centre', `/register/editions/${proposal.editionNo}`)
  }
  const running = await withSystemSight(t, () => casework.listRunningOfProfession(t.sql, proposal.professionCode))
  for (const { id, number, accountId } of running) {
    if (accountId) await writeTo(t, proposal, [accountId], 'candidate', `/cases/${number}`, { caseId: id, caseNumber: number })
  }
}

async function writeTo(t: Tx, proposal: Proposal, accountIds: readonly string[], kind: LetterKind, path: string, kase?: { caseId: string; caseNumber: string }): Promise<void> {
  const entry = proposal.entry ?? (await professions.findProfessionOrStruck(t.sql, proposal.professionCode, t.today))
  for (const accountId of new Set(accountIds)) {
    await people.sendLetter(t, { accountId }, {
      kind: `proposal-${kind}`, ...(kase ? { caseId: kase.caseId as never } : {}),
      write(lang: Language) {
        const all = {
          number: proposal.number ?? '', profession: inLanguage(entry?.name ?? {}, lang) || proposal.professionCode, grounds: proposal.endGrounds, edition: proposal.editionNo ?? '',
          from: proposal.firstDay ? formatDay(proposal.firstDay, lang) : '', dueOn: proposal.updateDueOn ? formatDay(proposal.updateDueOn, lang) : '—',
          change: proposalMessages[lang].change[proposal.entry ? 'mandatory' : 'struck'], link: `${t.publicUrl}/${lang}${path}`, caseNumber: kase?.caseNumber ?? '',
        }
        const words = proposalMessages[lang].letters[kind]
        return { subject: fill(words.subject, all), body: fill(words.body, all) }
      },
    })
  }
}
