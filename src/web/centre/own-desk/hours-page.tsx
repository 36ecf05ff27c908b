import type { Language } from '#kernel/localized.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { page, type FormBody } from '#platform/http/page.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { addHoursException, exceptionInWords, getCentre, openDayInWords, readHours, setHours, weekInWords, withdrawHoursException, type Centre, type HoursView, type OpenDay } from '#modules/centres/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, DateFields, ErrorSummary, Form, TextField, TimeField, type FormState } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, dayField, STAFF } from '../settings/desk-facts.ts'
import { settingsText } from '../settings/settings-text.ts'
import { ownDeskText } from './own-desk-text.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const PARTS = ['opens', 'closes', 'breakFrom', 'breakUntil'] as const
/** As people write it: 9.00 and 9:00 are 09:00. */
const timeOf = (form: FormBody, name: string): string => {
  const text = form.text(name).replace('.', ':')
  return text === '' ? '' : text.padStart(5, '0')
}

interface HoursData extends HoursView {
  centre: Centre
  mayChange: boolean
  office: OfficeView
}

/** When the centre is open: the week in force, what is to come and what was, and single days that differ. */
export const hoursPage = page<HoursData>({
  path: '/centre/hours', action: 'contacts.read', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    return { ...(await readHours(ctx, centreId)), centre: await getCentre(ctx.db, centreId), mayChange: hasRole(ctx.actor, 'centre-head', centreId), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => ownDeskText(lang).hours.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang }) {
    const words = ownDeskText(lang).hours
    const centreId = centreIdOf(ctx, ['centre-head'])
    const to = `/${lang}/centre/hours`
    const act = form.text('do')
    if (act === 'withdraw') {
      await withdrawHoursException(ctx, { centreId, id: form.text('exception') })
      return { to, flash: words.withdrawn }
    }
    if (act === 'exception') {
      const onDay = dayField(form, 'onDay')
      if (!onDay) return { errors: [{ field: 'onDay', message: words.dayWrong }] }
      await addHoursException(ctx, { centreId, onDay, opens: timeOf(form, 'exceptionOpens') || null, closes: timeOf(form, 'exceptionCloses') || null, noteKk: form.text('noteKk'), noteRu: form.text('noteRu') })
      return { to, flash: words.added }
    }
    const from = dayField(form, 'from')
    if (!from) return { errors: [{ field: 'from', message: words.dayWrong }] }
    const week = WEEKDAYS.flatMap((weekday): OpenDay[] => {
      const [opens, closes, breakFrom, breakUntil] = PARTS.map((part) => timeOf(form, `${part}-${weekday}`)) as [string, string, string, string]
      return [opens, closes, breakFrom, breakUntil].every((text) => text === '') ? [] : [{ weekday, opens, closes, breakFrom: breakFrom || null, breakUntil: breakUntil || null }]
    })
    await setHours(ctx, { centreId, from, week })
    return { to, flash: words.saved }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const words = ownDeskText(lang).hours
    const current = data.editions.find((edition) => edition.state === 'in-force')
    const standing = data.exceptions.filter((each) => each.withdrawnAt === null)
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <Box title={words.now} tag={current && <Tag tone="green">{words.states['in-force']}</Tag>}>
            {current ? (
              <Facts compact facts={WEEKDAYS.map((weekday) => {
                const day = current.week.find((each) => each.weekday === weekday)
                return { term: words.weekdays[weekday - 1]!, value: day ? openDayInWords(day, lang) : words.closed }
              })} />
            ) : <><p>{lang === 'kk' ? data.centre.hours.kk : data.centre.hours.ru}</p><p class="t-quiet">{words.onlyWords}</p></>}
          </Box>
          <Box title={words.exceptions}>
            {standing.length === 0 ? <p class="t-quiet">{words.exceptionsNone}</p> : (
              <Table caption={words.exceptions} captionHidden columns={[{ title: words.day }, { title: '' }]}
                rows={standing.map((each) => ({
                  key: each.id,
                  cells: [exceptionInWords(each, lang), data.mayChange && <Form csrf={csrf} requestKey={`${requestKey}-${each.id}`} values={{ exception: each.id }}><Button kind="link" name="do" value="withdraw" more={formatDay(each.onDay, lang)}>{words.withdraw}</Button></Form>],
                }))} />
            )}
            {data.mayChange && (
              <Form csrf={csrf} requestKey={`${requestKey}-exception`}>
                <h3>{words.newException}</h3>
                <DateFields form={form} name="onDay" label={words.day} />
                <div class="t-row"><TimeField form={form} name="exceptionOpens" label={words.opens} hint={words.emptyIsClosed} optional /><TimeField form={form} name="exceptionCloses" label={words.closes} hint={words.emptyIsClosed} optional /></div>
                <TextField form={form} name="noteKk" label={`${words.note}, ${settingsText(lang).kazakh}`} maxLength={200} />
                <TextField form={form} name="noteRu" label={`${words.note}, ${settingsText(lang).russian}`} maxLength={200} />
                <Button kind="secondary" icon="calendar-plus" name="do" value="exception">{words.add}</Button>
              </Form>
            )}
          </Box>
          {data.mayChange ? <WeekForm data={data} lang={lang} form={form} csrf={csrf} requestKey={requestKey} /> : <NoticeBox>{words.headOnly}</NoticeBox>}
          <Box title={words.history} flush>
            <Table caption={words.history} captionHidden empty={<p class="t-quiet">{words.onlyWords}</p>} columns={[words.from, words.week, words.state, words.by].map((title) => ({ title }))}
              rows={data.editions.map((edition) => ({
                key: edition.id,
                cells: [formatDay(edition.inForceFrom, lang), weekInWords(edition.week, lang), words.states[edition.state], edition.by ? <>{edition.by}<span class="t-sub">{formatMoment(edition.enteredAt, lang)}</span></> : words.register],
              }))} />
          </Box>
        </div>
      </>
    )
  },
})

function WeekForm({ data, lang, form, csrf, requestKey }: { data: HoursData; lang: Language; form: FormState; csrf: string; requestKey: string }) {
  const words = ownDeskText(lang).hours
  const shown = data.editions[0]?.week ?? []
  const [year, month, date] = addDays(data.today as Day, 1).split('-') as [string, string, string]
  return (
    <Box title={words.change}>
      <Form csrf={csrf} requestKey={requestKey}>
        <DateFields form={form} name="from" label={words.from} hint={words.fromHint} value={{ day: String(Number(date)), month: String(Number(month)), year }} />
        <p class="govuk-hint">{words.weekHint}</p>
        {WEEKDAYS.map((weekday) => {
          const day = shown.find((each) => each.weekday === weekday)
          return (
            <fieldset class="t-fieldset" key={weekday}>
              <legend class="govuk-fieldset__legend">{words.weekdays[weekday - 1]}</legend>
              <div class="t-row">{PARTS.map((part) => <TimeField key={part} form={form} name={`${part}-${weekday}`} label={words[part]} hint={null} optional={part.startsWith('break')} value={day?.[part] ?? ''} />)}</div>
            </fieldset>
          )
        })}
        <Button icon="save" name="do" value="week">{words.save}</Button>
      </Form>
    </Box>
  )
}
