import { addDays, legalDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { NormEdition } from '#kernel/norms.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { page, type FieldError } from '#platform/http/page.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { retakeRuleIn } from '#modules/applications/index.ts'
import { listPrices, publishPriceList, type PriceLine, type PriceListShown } from '#modules/centres/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, DateFields, ErrorSummary, Form, MoneyField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, dayField, namesOfProfessions, qualificationLine, STAFF, sumField, type Names } from './desk-facts.ts'
import { settingsText } from './settings-text.ts'

const PARTS = ['amount', 'retakeTheory', 'retakePractice', 'retakeBoth'] as const

interface PricesData {
  lists: PriceListShown[]
  scope: { professionCode: string; level: number }[]
  names: Names
  tomorrow: string
  mayPublish: boolean
  norms: NormEdition
  office: OfficeView
}

/** The price list in force, the ones to come and the ones before; a new one for everything in scope. */
export const pricesPage = page<PricesData>({
  path: '/centre/prices', action: 'centre.settings', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    const today = legalDay(ctx.clock.now())
    const { lists, scope } = await listPrices(ctx.db, centreId, today)
    return {
      lists, scope, names: await namesOfProfessions(ctx, [...scope, ...lists.flatMap((list) => list.prices)].map((line) => line.professionCode)), tomorrow: addDays(today, 1),
      norms: await ctx.law.normsInForce(ctx.db, today), mayPublish: hasRole(ctx.actor, 'centre-head', centreId), office: await officeOf(ctx, centreId),
    }
  },
  title: (_data, lang) => settingsText(lang).prices.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang }) {
    const words = settingsText(lang).prices
    const centreId = centreIdOf(ctx, ['centre-head'])
    const errors: FieldError[] = []
    const inForceFrom = dayField(form, 'from')
    if (!inForceFrom) errors.push({ field: 'from', message: words.dayWrong })
    const { scope } = await listPrices(ctx.db, centreId, legalDay(ctx.clock.now()))
    const prices = scope.map((line, n): PriceLine => {
      const amounts = PARTS.map((part) => {
        const amount = sumField(form, `${part}-${n}`)
        if (amount === undefined) errors.push({ field: `${part}-${n}`, message: words.amountWrong })
        return amount ?? 0
      }) as [number, number, number, number]
      return { ...line, amount: amounts[0], retakeTheory: amounts[1], retakePractice: amounts[2], retakeBoth: amounts[3] }
    })
    if (errors.length > 0 || !inForceFrom) return { errors }
    await publishPriceList(ctx, { centreId, inForceFrom, prices })
    return { to: `/${lang}/centre/prices`, flash: words.published }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.prices
    const rule = retakeRuleIn(data.norms, lang)
    const current = data.lists.find((list) => list.state === 'in-force')
    const [year, month, date] = data.tomorrow.split('-') as [string, string, string]
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        {rule && <p>{rule}</p>}
        <ErrorSummary form={form} />
        <div class="t-stack">
          {data.lists.length === 0 && <Empty title={words.empty} icon="receipt">{''}</Empty>}
          {data.lists.map((list) => <PriceTable key={list.id} list={list} names={data.names} lang={lang} />)}
          {!data.mayPublish ? <NoticeBox>{words.headOnly}</NoticeBox> : (
            <Box title={words.newTitle}>
              <Form csrf={csrf} requestKey={requestKey}>
                <DateFields form={form} name="from" label={words.from} value={{ day: String(Number(date)), month: String(Number(month)), year }} />
                {data.scope.map((line, n) => {
                  const before = current?.prices.find((price) => price.professionCode === line.professionCode && price.level === line.level)
                  return (
                    <fieldset class="t-fieldset" key={`${line.professionCode}/${line.level}`}>
                      <legend class="govuk-fieldset__legend">{qualificationLine(data.names, line, lang)}</legend>
                      <div class="t-row">{PARTS.map((part) => <MoneyField key={part} form={form} name={`${part}-${n}`} label={words[part]} value={before ? String(before[part]) : ''} />)}</div>
                    </fieldset>
                  )
                })}
                <Button icon="send">{words.publish}</Button>
              </Form>
            </Box>
          )}
        </div>
      </>
    )
  },
})

function PriceTable({ list, names, lang }: { list: PriceListShown; names: Names; lang: Language }) {
  const text = settingsText(lang)
  const words = text.prices
  const from = formatDay(list.inForceFrom, lang)
  const title = list.inForceUntil ? fill(words.listUntil, { from, until: formatDay(list.inForceUntil, lang) }) : fill(words.list, { from })
  const table = (
    <Table caption={title} captionHidden columns={[{ title: text.qualification }, ...PARTS.map((part) => ({ title: words[part], numeric: true }))]}
      rows={list.prices.map((price) => ({ key: `${price.professionCode}/${price.level}`, cells: [qualificationLine(names, price, lang), ...PARTS.map((part) => formatTenge(price[part], lang))] }))} />
  )
  return <Box title={title} tag={<Tag tone={list.state === 'in-force' ? 'green' : list.state === 'coming' ? 'sun' : 'plain'}>{words.states[list.state]}</Tag>} flush>{table}</Box>
}
