import { legalDay, type Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { listOwnCases, type CaseSummary } from '#modules/casework/index.ts'
import { listOwnOutcomes, type Outcome } from '#modules/mandatory-outcomes/index.ts'
import { listOwnReferrals, type OwnReferral } from '#modules/employers/index.ts'
import { appealsText } from '../appeals/appeals-text.ts'
import { caseText } from '../case/case-text.ts'
import { MandatoryDocuments } from './mandatory-documents.tsx'
import { Button } from '../ui/form.tsx'
import { Card } from '../ui/card.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { referralsText } from './referrals/referrals-text.ts'
import { Empty } from '../ui/empty.tsx'
import { Tag, Tags } from '../ui/tag.tsx'

/** One's own cases: what waits for me first, then what runs, then what is closed. */
export const myCasesPage = page<{ cases: CaseSummary[]; mandatory: Outcome[]; referrals: OwnReferral[]; today: Day }>({
  path: '/account', action: 'case.read-own', desk: 'candidate', access: 'signed-in',
  load: async (ctx) => ({ cases: await listOwnCases(ctx), mandatory: await listOwnOutcomes(ctx), referrals: (await listOwnReferrals(ctx)).filter((each) => each.state === 'sent'), today: legalDay(ctx.clock.now()) }),
  title: (_data, lang) => caseText(lang).own.title,
  view: ({ lang, data }) => {
    const text = caseText(lang)
    const open = data.cases.filter((kase) => !kase.closed).sort((a, b) => Number(b.whoseMove === 'candidate') - Number(a.whoseMove === 'candidate'))
    const closed = data.cases.filter((kase) => kase.closed)
    return (
      <div class="t-stack">
        <h1>{text.own.title}</h1>
        {data.referrals.map((each) => (
          <NoticeBox key={each.id} tone="sun" icon="send" title={referralsText(lang).waiting}>
            <p>{fill(referralsText(lang).waitingText, { employer: inLanguage(each.employer.name, lang), profession: inLanguage(each.profession.name, lang) })}</p>
            <p><a href={`/${lang}/account/referrals/${each.id}`}>{referralsText(lang).look}</a></p>
          </NoticeBox>
        ))}
        {data.cases.length === 0 && (
          <Empty title={text.own.empty} action={<Button href={`/${lang}/professions`} icon="search">{text.own.find}</Button>}>{text.own.emptyText}</Empty>
        )}
        {open.length > 0 && <h2>{text.own.open}</h2>}
        {open.map((kase) => <CaseCard key={kase.number} kase={kase} lang={lang} />)}
        {closed.length > 0 && <h2>{text.own.closed}</h2>}
        {closed.map((kase) => <CaseCard key={kase.number} kase={kase} lang={lang} />)}
        <MandatoryDocuments documents={data.mandatory} today={data.today} lang={lang} />
        {data.cases.length > 0 && <p><Button href={`/${lang}/professions`} kind="secondary" icon="search">{text.own.find}</Button></p>}
      </div>
    )
  },
})

function CaseCard({ kase, lang }: { kase: CaseSummary; lang: Language }) {
  const text = caseText(lang)
  const profession = inLanguage({ kk: kase.professionKk ?? undefined, ru: kase.professionRu ?? undefined, en: kase.professionEn ?? undefined }, lang)
  const mine = kase.whoseMove === 'candidate' && !kase.closed
  return (
    <Card title={<a href={`/${lang}/cases/${kase.number}${kase.kind === 'recognition' ? '' : `/${kase.kind}`}`}>{profession || text.kinds[kase.kind as keyof typeof text.kinds]}</a>} accent={mine}>
      <Tags>
        {kase.kind !== 'recognition' && <Tag>{text.kinds[kase.kind as keyof typeof text.kinds]}</Tag>}
        {kase.level !== null && <Tag><span class="t-nowrap">{fill(text.level, { level: kase.level })}</span></Tag>}
        <Tag tone={mine ? 'sun' : 'plain'}>{mine ? text.yourMove : kase.kind === 'recognition' ? text.steps[kase.step as keyof typeof text.steps] : appealsText(lang).steps[kase.step as 'lodged']}</Tag>
      </Tags>
      <p class="t-small t-quiet">
        {fill(text.caseNo, { number: kase.number })} · {fill(text.own.since, { date: formatDay(kase.openedOn, lang) })}<br />
        {fill(text.own.centre, { name: inLanguage({ kk: kase.centreKk, ru: kase.centreRu, en: kase.centreEn }, lang) })}
      </p>
    </Card>
  )
}
