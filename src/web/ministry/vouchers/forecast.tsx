import type { Language } from '#kernel/localized.ts'
import type { Day } from '#kernel/day.ts'
import type { ViewProps } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Reallocation } from '#modules/vouchers/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, Form } from '../../ui/form.tsx'
import { nameOf, type Report } from './report.tsx'
import { vouchersText } from './vouchers-text.ts'

/** Why places should be moved, in words: when the receiver runs out, and what the giver would leave unused. */
export function reasonOf(report: Report, { from, to, places }: Reallocation, lang: Language): string {
  const { forecast: words } = vouchersText(lang)
  const { desk } = report
  const [receiver, giver] = [desk.forecasts.find((each) => each.region === to), desk.forecasts.find((each) => each.region === from)]
  const figures = desk.figures.find((row) => row.region === from)
  const day = receiver?.runsOutOn
  const lacking = !day || receiver.left === 0 ? fill(words.runsOutNow, { region: nameOf(report, to, lang) }) : fill(words.runsOut, { region: nameOf(report, to, lang), day: formatDay(day as Day, lang) })
  const use = (figures?.issued ?? 0) + (figures?.reserved ?? 0) + (figures?.waiting ?? 0) + (giver?.expected ?? 0)
  const waits = desk.figures.find((row) => row.region === to)?.waiting ?? 0
  return [lacking, ...(waits > 0 ? [fill(words.waits, { n: formatNumber(waits, lang) })] : []), fill(words.unused, { region: nameOf(report, from, lang), plan: formatNumber(figures?.planInForce ?? 0, lang), use: formatNumber(use, lang) }), fill(words.propose, { n: places })].join(' ')
}

/** What the pace of the last weeks foretells, and who could give to whom: one press prepares the order for the second person. */
export function ForecastBox({ page: p }: { page: ViewProps<Report> }) {
  const { lang, data } = p
  const { desk } = data
  const { forecast: words } = vouchersText(lang)
  return (
    <Box title={words.title}>
      <p class="t-quiet">{fill(words.lead, { days: desk.windowDays })}</p>
      {desk.reallocations.length === 0 ? <p>{desk.forecasts.length === 0 ? words.noDays : words.none}</p> : desk.reallocations.map((each) => (
        <Form key={`${each.from}-${each.to}`} csrf={p.csrf} requestKey={p.requestKey} values={{ pair: `${each.from}-${each.to}` }} class="t-stack">
          <p>{reasonOf(data, each, lang)}</p>
          <Button kind="secondary" icon="stamp" more={`${nameOf(data, each.from, lang)} → ${nameOf(data, each.to, lang)}`}>{words.press}</Button>
        </Form>
      ))}
    </Box>
  )
}
