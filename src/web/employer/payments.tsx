import { page } from '#platform/http/page.ts'
import { formatTenge, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listPayerContracts, type PayerContract } from '#modules/applications/index.ts'
import { moneyText } from '../money/money-text.ts'
import { Empty } from '../ui/empty.tsx'
import { FactStrip } from '../ui/facts.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { employerText } from './employer-text.ts'

const TONES = { waiting: 'sun', accepted: 'green', closed: 'plain' } as const

/** What the employer pays for: as the payer it sees the price and what was paid, and nothing of the road. */
export const paymentsPage = page<PayerContract[]>({
  path: '/employer/payments', action: 'contract.read-as-payer', desk: 'employer', access: ['employer-representative'],
  load: (ctx) => listPayerContracts(ctx),
  title: (_data, lang) => employerText(lang).payments.title,
  view: ({ data, lang }) => {
    const t = employerText(lang).payments
    const running = data.filter((each) => each.state === 'accepted')
    const sum = (of: (each: PayerContract) => number) => formatTenge(running.reduce((total, each) => total + of(each), 0), lang)
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{t.title}</h1></div>
        <p class="t-quiet">{t.lead}</p>
        {running.length > 0 && <FactStrip facts={[{ term: t.total, value: sum((each) => each.price) }, { term: t.paid, value: sum((each) => each.paid) }, { term: t.rest, value: sum((each) => each.price - each.paid) }]} />}
        <Table caption={t.title} captionHidden rowHeaders empty={<Empty title={t.empty} icon="receipt">{t.emptyText}</Empty>}
          columns={[{ title: t.number }, { title: t.worker }, { title: t.price, numeric: true }, { title: t.paid, numeric: true }, { title: t.rest, numeric: true }, { title: t.state }]}
          rows={data.map((each) => ({
            key: each.contractId,
            cells: [<><span class="t-num t-nowrap">{each.caseNumber}</span>{each.invoice && <span class="t-sub">{fill(moneyText(lang).case.invoice, { number: each.invoice })}</span>}</>, personName(each, lang, 'full'), formatTenge(each.price, lang), formatTenge(each.paid, lang), each.state === 'accepted' ? formatTenge(each.price - each.paid, lang) : '—', <Tag tone={TONES[each.state]}>{t[each.state]}</Tag>],
          }))} />
      </div>
    )
  },
})
