import { parseDay, yearOf, type Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { handInUntil, findNorm, type NormEdition } from '#kernel/norms.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as register from '#modules/register/index.ts'
import { HandInHour } from './hand-in-hour.tsx'
import { DatasetLinks } from './dataset-links.tsx'
import { Card } from '../ui/card.tsx'
import { Chips } from '../ui/filters.tsx'
import { Button, ErrorSummary, Form, TextField, type FormState } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { IconLinks } from '../ui/ticket.tsx'
import { INFO } from './info-texts.ts'
import { en } from './messages/terms/en.ts'
import { kk, type TermsText } from './messages/terms/kk.ts'
import { ru } from './messages/terms/ru.ts'
import { normName, normSource, normValue, startOf } from './norm-words.ts'
import { YearDays } from './year-days.tsx'
import { askedYear } from '../asked.ts'

const TERMS: Readonly<Record<Language, TermsText>> = { kk, ru, en }
const STAGES = [...[1, 2, 3, 4, 5, 6].map((stage) => `accreditation.stage${stage}.term`), 'accreditation.agreement.term', 'accreditation.correction.term']

interface TermsData {
  norms: NormEdition
  terms: register.TermShown[]
  from: Day
  typed: string
  wrong: boolean
  seen: register.CalendarYear
}

/** Every term of the road with what it comes to from a day, and the working calendar of a year. */
export const termsPage = page<TermsData>({
  path: '/terms', action: 'calendar.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, { query }) {
    const typed = (query.get('from') ?? '').trim().slice(0, 20)
    const today = register.todayOf(ctx)
    const from = parseDay(typed) ?? today
    const { years } = await ctx.law.calendar(ctx.db)
    const year = [askedYear({ query }, years), yearOf(from), yearOf(today)].find((each) => each !== undefined && years.includes(each)) ?? years.at(-1)!
    return { ...(await register.readTerms(ctx, from)), from, typed, wrong: typed !== '' && parseDay(typed) === undefined, seen: await register.readCalendarYear(ctx, year) }
  },
  isMisread: ({ wrong }) => wrong,
  title: (_data, lang) => TERMS[lang].title,
  view: ({ data, lang }) => {
    const t = TERMS[lang]
    const form: FormState = { values: { from: data.typed }, errors: data.wrong ? [{ field: 'from', message: t.wrongFrom }] : [] }
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <HandInHour until={handInUntil(data.norms)} lang={lang} />
        <Card accent>
          <Form method="get" action={`/${lang}/terms`}>
            <TextField form={form} name="from" label={t.from} hint={t.fromHint} width="12" figures />
            <Button kind="secondary">{t.count}</Button>
          </Form>
        </Card>
        {register.TERM_GROUPS.map((group) => (
          <section key={group} class="t-block" id={group}>
            <h2>{t.groups[group]}</h2>
            <Table caption={t.groups[group]} captionHidden rowHeaders columns={[{ title: t.term }, { title: t.length }, { title: t.who }, { title: fill(t.example, { date: formatDay(data.from, lang) }) }, { title: t.source }]}
              rows={data.terms.filter((term) => term.group === group).map((term) => ({ key: term.id, cells: cellsOf(term, data.norms, lang) }))} />
          </section>
        ))}
        <section class="t-block" id="stages">
          <h2>{t.stages}</h2>
          <p>{t.stagesLead}</p>
          <Table caption={t.stages} captionHidden rowHeaders columns={[{ title: t.term }, { title: t.length }, { title: t.source }]}
            rows={STAGES.flatMap((key) => {
              const norm = findNorm(data.norms, key)
              return norm ? [{ key, cells: [normName(key, lang), normValue(norm, lang), <b>{normSource(norm, lang).mark}</b>] }] : []
            })} />
        </section>
        <p class="t-src"><span>{fill(t.edition, { edition: data.norms.edition })} <a href={`/${lang}/norms`}>{t.norms}</a></span></p>
        <DatasetLinks of="terms" lang={lang} />
        <section class="t-block" id="year">
          <h2>{fill(t.year, { year: data.seen.year })}</h2>
          <Chips label={INFO[lang].calendar.years} items={data.seen.calendar.years.map((year) => ({ href: `/${lang}/terms?year=${year}#year`, text: String(year), current: year === data.seen.year }))} />
          <YearDays seen={data.seen} lang={lang} />
          <IconLinks links={[
            { href: `/${lang}/calendar`, text: t.calculator, icon: 'calendar' }, { href: `/api/v1/calendar/working-days?from=${data.from}&add=10`, text: t.api, icon: 'download' },
          ]} />
        </section>
      </div>
    )
  },
})

function cellsOf(term: register.TermShown, norms: NormEdition, lang: Language) {
  const t = TERMS[lang]
  const source = normSource(term.norm, lang)
  const start = startOf(term.norm, norms, lang)
  // What is the life of a certificate or a day of the year is not kept late.
  const missed = term.id === 'T3' ? t.shortest : term.rule.hard ? t.hard : term.group === 'road' || term.group === 'complaints' ? t.soft : undefined
  const example = term.norm.value === null ? t.notSet : term.example === undefined ? t.unknown : fill(term.id === 'T3' ? t.firstDay : t.lastDay, { date: formatDay(term.example, lang) })
  return [
    <>{normName(term.norm.key, lang)}{start && <><br /><small class="t-quiet">{start}</small></>}</>,
    <>{normValue(term.norm, lang)}{term.norm.value !== null && missed && <><br /><small class="t-quiet">{missed}</small></>}</>,
    t.of[term.of], example, <><b>{source.mark}</b><br /><small class="t-quiet">{source.text}</small></>,
  ]
}
