import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatMoment, formatTime, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { chooseDay, DAY_PARTS, lastDayForAll, readChoice, takeBackChoice, WEEKDAYS, wishDay, type ChoiceView, type DaysOffered } from '#modules/exams/index.ts'
import { Card } from '../../ui/card.tsx'
import { Button, Checkboxes, ErrorSummary, Form, Radios, type FormState } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details } from '../../ui/why.tsx'
import { candidateExamText } from './exam-text.ts'
import { ChosenLines, wishWords } from './day-parts.tsx'
import { dayText } from './day-text.ts'

const isStage = (stage: Stage, days: DaysOffered | undefined) => days?.stages.includes(stage) === true

/** The candidate chooses his day. What is not lawful for him does not stand here. */
export const chooseDayPage = page<ChoiceView>({
  path: '/cases/:number/day', action: 'day.choose', desk: 'candidate', access: 'signed-in',
  load: (ctx, { params }) => readChoice(ctx, params['number']!),
  title: (view, lang) => `${dayText(lang).title} · ${view.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.number}`, text: candidateExamText(lang).back } }),
  async post(ctx, { form, lang, params }) {
    const words = dayText(lang)
    const number = params['number']!
    const own = `/${lang}/cases/${number}`
    if (form.text('do') === 'wish') {
      await wishDay(ctx, { number, weekdays: form.list('weekdays').map(Number), parts: form.list('parts') })
      return { to: `${own}/day`, flash: words.wished }
    }
    if (form.text('do') === 'take-back') {
      await takeBackChoice(ctx, { number, version: Number(form.text('version')) })
      return { to: `${own}/day`, flash: words.takenBack }
    }
    const { days } = await readChoice(ctx, number)
    const errors = STAGES.filter((stage) => isStage(stage, days) && form.text(stage) === '').map((stage) => ({ field: stage, message: words.missing }))
    if (errors.length > 0) return { errors }
    await chooseDay(ctx, { number, version: Number(form.text('version')), sittings: { theory: form.text('theory'), practice: form.text('practice') } })
    return { to: own, flash: words.done }
  },
  view: ({ lang, data: view, form, csrf, requestKey }) => {
    const words = dayText(lang)
    const { days } = view
    const can = days !== undefined && days.blockers.length === 0 && days.stages.length > 0 && days.stages.every((stage) => days.sittings[stage].length > 0)
    const sendBy = lastDayForAll(view.chosen)
    return (
      <div class="t-gap">
        <h1>{words.title}</h1>
        <ErrorSummary form={form} />
        {view.chosen.length > 0 && (
          <Card title={words.chosenTitle}>
            <ChosenLines chosen={view.chosen} lang={lang} />
            {sendBy ? <p>{fill(words.sendBy, { day: formatDay(sendBy, lang) })}</p> : <NoticeBox tone="sun">{words.lapsed}</NoticeBox>}
            <Form csrf={csrf} requestKey={`${requestKey}-back`} version={view.version} values={{ do: 'take-back' }}><Button kind="link">{words.takeBack}</Button></Form>
          </Card>
        )}
        {!view.open && <NoticeBox>{words.notNow}</NoticeBox>}
        {view.open && !view.allowed && <NoticeBox>{words.centreNames}</NoticeBox>}
        {days && days.blockers.length > 0 && <NoticeBox tone="sun"><a href={`/${lang}/cases/${view.number}/payment`}>{words.unpaid}</a></NoticeBox>}
        {days && days.blockers.length === 0 && !can && <NoticeBox tone="sun" title={words.noneTitle}>{fill(words.none, { day: formatDay(days.firstLawfulOn, lang, 'full') })}</NoticeBox>}
        {can && (
          <>
            <p class="t-lead">{fill(words.lead, { days: termDays(days.wholeDays, lang, 'whole') })}</p>
            {days.stages.some((stage) => view.modes[stage] === 'offline') && <p>{fill(words.where, { address: lang === 'ru' ? view.address.ru : view.address.kk })}</p>}
            <Form csrf={csrf} requestKey={requestKey} version={view.version}>
              {STAGES.filter((stage) => days.stages.includes(stage)).map((stage) => <StageDays key={stage} stage={stage} view={view} days={days} lang={lang} form={form} />)}
              <Button icon="check">{view.chosen.length > 0 ? words.change : words.choose}</Button>
            </Form>
          </>
        )}
        {days && (can ? <Details summary={words.wishNone}><Wish view={view} lang={lang} form={form} csrf={csrf} requestKey={requestKey} /></Details>
          : <Wish view={view} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />)}
      </div>
    )
  },
})

function StageDays({ stage, view, days, lang, form }: { stage: Stage; view: ChoiceView; days: DaysOffered; lang: Language; form: FormState }) {
  const words = dayText(lang)
  return (
    <Radios form={form} name={stage} label={words.which[stage]} value={view.chosen.find((each) => each.stage === stage)?.sittingId}
      options={days.sittings[stage].map((each) => ({
        value: each.id, label: fill(words.option, { date: formatDay(each.onDay, lang, 'full'), from: formatTime(each.startsAt), to: formatTime(each.endsAt) }),
        hint: fill(words.place, { room: lang === 'ru' ? each.roomRu : each.roomKk, n: each.freeSeats }),
      }))} />
  )
}

/** When he would come: he is told when such a day appears. */
function Wish({ view, lang, form, csrf, requestKey }: { view: ChoiceView; lang: Language; form: FormState; csrf: string; requestKey: string }) {
  const words = dayText(lang)
  const { wish } = view
  return (
    <section aria-label={words.wishTitle}>
      <h2>{words.wishTitle}</h2>
      {wish && <NoticeBox tone={wish.toldAt ? 'green' : 'sky'}>{wish.toldAt ? fill(words.wishTold, { what: wishWords(wish, lang), at: formatMoment(wish.toldAt, lang) }) : fill(words.wishStands, { what: wishWords(wish, lang) })}</NoticeBox>}
      <p>{words.wishLead}</p>
      <Form csrf={csrf} requestKey={`${requestKey}-wish`} values={{ do: 'wish' }}>
        <Checkboxes form={form} name="weekdays" label={words.weekdays} inline chosen={wish?.weekdays.map(String)} options={WEEKDAYS.map((each) => ({ value: String(each), label: words.weekdayNames[each - 1]! }))} />
        <Checkboxes form={form} name="parts" label={words.parts} chosen={wish?.parts} options={DAY_PARTS.map((each) => ({ value: each, label: words.partNames[each] }))} />
        <Button kind="secondary">{words.wishSend}</Button>
      </Form>
    </section>
  )
}
