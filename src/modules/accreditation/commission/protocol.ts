import { inTurn } from '#platform/acts/in-turn.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { bothDay } from '#platform/pdf/bilingual.ts'
import type { AccreditationProtocolData } from '#platform/pdf/papers.ts'
import * as people from '#modules/people/index.ts'
import { keyOf } from '../agreement/domain/agreement.ts'
import type { AccreditationCase } from '../cases.ts'
import { both, lineBoth, namesOfLines, signatureOf } from '../paper-words.ts'
import type { DecidedLine, LineFacts } from './domain/commission.ts'
import type { Commissioner, Vote } from './store/commission-store.ts'

interface Decided {
  kase: AccreditationCase
  members: readonly Commissioner[]
  lines: readonly (LineFacts & { answer: string | null; answeredBy: string | null })[]
  votes: readonly Vote[]
  decided: readonly DecidedLine[]
}

/** What the protocol of the commission says: who sat, how each voted on each profession, what was decided and why. */
export async function protocolPaper(t: Tx, { kase, members, lines, votes, decided }: Decided): Promise<AccreditationProtocolData> {
  const applicant = await people.findOrganisation(t.sql, kase.organisationId)
  const named = await namesOfLines(t, decided)
  const names = new Map(await inTurn(members, async (each) => [each.accountId, (await people.fullNameOf(t, each.accountId)) ?? '—'] as const))
  return {
    demo: t.demo, number: kase.number!, decidedOn: bothDay(t.today), applicant: { name: { kk: applicant!.nameKk, ru: applicant!.nameRu }, bin: applicant!.bin ?? '—' },
    members: members.map((each) => ({ name: names.get(each.accountId)!, role: both((words) => (each.chair ? words.chair : words.member)) })),
    lines: named.map((line) => {
      const facts = lines.find((each) => keyOf(each) === keyOf(line))!
      return {
        line: lineBoth(line), outcome: both((words) => words.outcomes[line.outcome]), reasons: line.reasons,
        agreement: both((words) => (facts.answeredBy === null ? words.bySilence[facts.objected ? 'objects' : 'agrees'] : words.agreement[facts.objected ? 'objects' : 'agrees'])),
        votes: votes.filter((vote) => keyOf(vote) === keyOf(line)).map((vote) => ({ name: names.get(vote.accountId) ?? '—', role: both((words) => words.member), vote: both((words) => words.votes[vote.choice]) })),
      }
    }),
    signatures: await inTurn(members, (each) => signatureOf(t, each.accountId, both((words) => (each.chair ? words.chair : words.member)), each.chair ? t.now : null)),
  }
}
