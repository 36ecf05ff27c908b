import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listForbiddenItems, readNoticePage, sendNotification, STAGES, type NoticeOffer, type NoticePage, type Stage } from '#modules/exams/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, ErrorSummary, Form, Radios, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import { officeOfCase, type OfficeView } from '../office.ts'
import { CLERKS } from '../settings/desk-facts.ts'
import { conductText } from './conduct-text.ts'

interface NotifyData {
  view: NoticePage
  office: OfficeView
}

/** The clerk names day and place of the exam: only sittings that the shortest notice allows are offered. */
export const notifyPage = page<NotifyData>({
  path: '/centre/cases/:number/notify', action: 'notification.send', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const view = await readNoticePage(ctx, request.params['number']!)
    return { view, office: await officeOfCase(ctx, view.number) }
  },
  title: ({ view }, lang) => `${conductText(lang).notify.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.view.number}`, text: conductText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const chosen = Object.fromEntries(STAGES.flatMap((stage) => (form.text(stage) ? [[stage, form.text(stage)]] : [])))
    const sent = await sendNotification(ctx, { number, version: Number(form.text('version')), sittings: chosen, ground: form.text('ground') })
    return { to: `/${lang}/centre/cases/${number}`, flash: fill(conductText(lang).notify.sent, { n: sent.notificationNumber, date: formatDay(sent.examOn, lang) }) }
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const words = conductText(lang).notify
    const { offer } = view
    return (
      <>
        <div class="t-inhead"><div>
          <p class="t-case__no t-num">{view.number}</p>
          <h1>{words.title}</h1>
          <Tags><Tag>{view.candidate}</Tag><Tag>{view.profession}, {fill(conductText(lang).level, { level: view.level })}</Tag></Tags>
        </div></div>
        <ErrorSummary form={p.form} />
        {!view.maySend ? <NoticeBox tone="sun" title={words.notNow}>{words.notNowText}</NoticeBox> : (
          <div class="t-cols">
            <div class="t-stack">
              <NoticeBox title={fill(words.first, { date: formatDay(offer.firstLawfulOn, lang, 'full') })}>{fill(words.firstText, { n: offer.wholeDays })}</NoticeBox>
              {offer.replaces && <NoticeBox tone="sun">{words.replaces}</NoticeBox>}
              <Form csrf={p.csrf} requestKey={p.requestKey} version={view.version}>
                {offer.stages.map((stage) => <StageChoice key={stage} stage={stage} offer={offer} lang={lang} form={p.form} />)}
                {offer.replaces && <TextArea form={p.form} name="ground" label={words.ground} hint={words.groundHint} rows={3} />}
                <Button icon="send" waits={offer.blockers.length > 0}>{words.send}</Button>
              </Form>
            </div>
            <div class="t-stack">
              <p>{words.lead}</p>
              <Details summary={words.forbidden}><ul class="govuk-list govuk-list--bullet">{listForbiddenItems(lang).map((item) => <li key={item}>{item}</li>)}</ul></Details>
            </div>
          </div>
        )}
      </>
    )
  },
})

function StageChoice({ stage, offer, lang, form }: { stage: Stage; offer: NoticeOffer; lang: Language; form: Parameters<typeof Radios>[0]['form'] }) {
  const all = conductText(lang)
  const words = all.notify
  const free = offer.sittings[stage].filter((sitting) => sitting.freeSeats > 0 && !sitting.cancelled)
  if (free.length === 0) {
    return (
      <Box title={all.stages[stage]}>
        <NoticeBox tone="red" title={words.none}>{fill(words.noneText, { date: formatDay(offer.firstLawfulOn, lang) })}</NoticeBox>
        <p><Button kind="secondary" href={`/${lang}/centre/sittings/new`} icon="calendar-plus">{words.addSitting}</Button></p>
      </Box>
    )
  }
  return (
    <Box title={all.stages[stage]}>
      <Radios form={form} name={stage} label={fill(words.choose, { stage: all.stages[stage] })} hint={words.hint} value={free.find((sitting) => sitting.chosenNow)?.id ?? free[0]!.id}
        options={free.map((sitting) => ({
          value: sitting.id, label: fill(words.option, { date: formatDay(sitting.onDay, lang, 'full'), from: formatTime(sitting.startsAt), to: formatTime(sitting.endsAt) }),
          hint: `${fill(words.seats, { room: lang === 'ru' ? sitting.roomRu : sitting.roomKk, n: sitting.freeSeats })}${sitting.chosenNow ? ` · ${words.now}` : ''}`,
        }))} />
    </Box>
  )
}
