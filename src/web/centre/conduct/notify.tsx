import type { Day } from '#kernel/day.ts'
import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTime, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readLapse, readVoucherUntil, type LapseShown } from '#modules/applications/index.ts'
import { readNoticePage, sendNotification, type NoticeOffer, type NoticePage, type OfferedSitting } from '#modules/exams/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, ButtonRow, ErrorSummary, Form, Radios, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import { blockerText } from '../../denials.ts'
import { CandidatesDay } from '../../candidate/exam/day-parts.tsx'
import { dayText } from '../../candidate/exam/day-text.ts'
import { officeOf, type OfficeView } from '../office.ts'
import { CLERKS } from '../settings/desk-facts.ts'
import { conductText } from './conduct-text.ts'
import { LapseNote } from '../../vouchers/lapse-note.tsx'
import { voucherText } from '../../vouchers/voucher-text.ts'
import { NoticeContentBox, NoticePreview } from './notice-preview.tsx'

interface NotifyData {
  view: NoticePage
  office: OfficeView
  /** Last day of the voucher that pays. */
  voucherUntil: Day | undefined
  lapse: LapseShown | undefined
}

/** The clerk names day and place of the exam: what the shortest notice allows can be chosen, the others say why not. */
export const notifyPage = page<NotifyData>({
  path: '/centre/cases/:number/notify', action: 'notification.send', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const view = await readNoticePage(ctx, request.params['number']!)
    return { view, office: await officeOf(ctx, view.centreId), voucherUntil: await readVoucherUntil(ctx, view.number), lapse: await readLapse(ctx, view.number) }
  },
  title: ({ view }, lang) => `${conductText(lang).notify.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.view.number}`, text: conductText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    if (form.text('do') === 'preview') return { errors: [], status: 200 }
    const chosen = Object.fromEntries(STAGES.flatMap((stage) => (form.text(stage) ? [[stage, form.text(stage)]] : [])))
    const sent = await sendNotification(ctx, { number, version: Number(form.text('version')), sittings: chosen, ground: form.text('ground') })
    return { to: `/${lang}/centre/cases/${number}`, flash: fill(conductText(lang).notify.sent, { n: sent.notificationNumber, date: formatDay(sent.examOn, lang) }) }
  },
  view: (p) => {
    const { lang, data: { view, voucherUntil, lapse } } = p
    const words = conductText(lang).notify
    const { offer } = view
    const wanted = view.choice?.chosen ?? []
    const oneStep = offer.blockers.length === 0 && offer.stages.length > 0 && offer.stages.every((stage) => wanted.some((each) => each.stage === stage && offer.sittings[stage].some((sitting) => sitting.id === each.sittingId && sitting.why.length === 0)))
    const typed = (name: string) => String(p.form.values[name] ?? '')
    const chosen = Object.fromEntries(STAGES.map((stage) => [stage, typed(stage)]))
    return (
      <>
        <div class="t-inhead"><div>
          <p class="t-case__no t-num">{view.number}</p>
          <h1>{words.title}</h1>
          <Tags><Tag>{view.candidate}</Tag><Tag>{view.profession}, {fill(conductText(lang).level, { level: view.level })}</Tag></Tags>
        </div></div>
        <ErrorSummary form={p.form} />
        {view.maySend && typed('do') === 'preview' && <NoticePreview view={view} chosen={chosen} ground={typed('ground')} lang={lang} />}
        {!view.maySend ? <NoticeBox tone="sun" title={words.notNow}>{words.notNowText}</NoticeBox> : (
          <div class="t-cols">
            <div class="t-stack">
              <NoticeBox title={fill(words.first, { date: formatDay(offer.firstLawfulOn, lang, 'full') })}>{fill(words.firstText, { days: termDays(offer.wholeDays, lang, 'whole') })}</NoticeBox>
              {voucherUntil && <NoticeBox tone="sun">{fill(voucherText(lang).lapse.ahead, { date: formatDay(voucherUntil, lang) })}</NoticeBox>}
              <LapseNote lapse={lapse} lang={lang} reader="centre" />
              <CandidatesDay choice={view.choice} href="" lang={lang} />
              {oneStep && (
                <Form csrf={p.csrf} requestKey={`${p.requestKey}-chosen`} version={view.version} values={Object.fromEntries(wanted.map((each) => [each.stage, each.sittingId]))}>
                  <ButtonRow><Button icon="send">{dayText(lang).centre.send}</Button></ButtonRow>
                </Form>
              )}
              {offer.replaces && <NoticeBox tone="sun">{words.replaces}</NoticeBox>}
              <Form csrf={p.csrf} requestKey={p.requestKey} version={view.version}>
                {offer.stages.map((stage) => <StageChoice key={stage} stage={stage} offer={offer} wanted={oneStep ? wanted.find((each) => each.stage === stage)?.sittingId : undefined} lang={lang} form={p.form} />)}
                {offer.replaces && <TextArea form={p.form} name="ground" label={words.ground} hint={words.groundHint} rows={3} />}
                <ButtonRow>
                  <Button icon="send" waits={offer.blockers.length > 0}>{words.send}</Button>
                  {offer.blockers.length === 0 && <Button kind="secondary" icon="eye" name="do" value="preview">{words.preview}</Button>}
                </ButtonRow>
              </Form>
            </div>
            <div class="t-stack">
              {typed('do') !== 'preview' && <><p>{words.lead}</p><NoticeContentBox view={view} lang={lang} /></>}
            </div>
          </div>
        )}
      </>
    )
  },
})

function StageChoice({ stage, offer, wanted, lang, form }: { stage: Stage; offer: NoticeOffer; wanted: string | undefined; lang: Language; form: Parameters<typeof Radios>[0]['form'] }) {
  const all = conductText(lang)
  const words = all.notify
  const free = offer.sittings[stage].filter((sitting) => sitting.why.length === 0)
  const online = offer.modes[stage] === 'online' ? <Tag>{words.onLine}</Tag> : undefined
  if (free.length === 0) {
    return (
      <Box title={all.stages[stage]} tag={online}>
        <NoticeBox tone="red" title={words.none}>{fill(words.noneText, { date: formatDay(offer.firstLawfulOn, lang) })}</NoticeBox>
        <p><Button kind="secondary" href={`/${lang}/centre/sittings/new`} icon="calendar-plus">{words.addSitting}</Button></p>
        <Unlawful stage={stage} offer={offer} lang={lang} />
      </Box>
    )
  }
  return (
    <Box title={all.stages[stage]} tag={online}>
      <Radios form={form} name={stage} label={fill(words.choose, { stage: all.stages[stage] })} hint={words.hint} value={wanted ?? firstFitting(offer, stage).id}
        options={free.map((sitting) => ({
          value: sitting.id, label: fill(words.option, { date: formatDay(sitting.onDay, lang, 'full'), from: formatTime(sitting.startsAt), to: formatTime(sitting.endsAt) }),
          hint: `${fill(words.seats, { room: lang === 'ru' ? sitting.roomRu : sitting.roomKk, n: sitting.freeSeats })}${sitting.chosenNow ? ` · ${words.now}` : ''}`,
        }))} />
      <Unlawful stage={stage} offer={offer} lang={lang} />
    </Box>
  )
}

/** Marked beforehand: the sitting in force, else the first one; for the practice the first that begins after the theory. */
function firstFitting(offer: NoticeOffer, stage: Stage): OfferedSitting {
  const free = offer.sittings[stage].filter((sitting) => sitting.why.length === 0)
  const theory = stage === 'practice' && offer.sittings.theory.some((sitting) => sitting.why.length === 0) ? firstFitting(offer, 'theory') : undefined
  return free.find((sitting) => sitting.chosenNow) ?? free.find((sitting) => !theory || sitting.startsAt >= theory.endsAt) ?? free[0]!
}

/** Sittings that cannot be chosen, each with its reasons. */
function Unlawful({ stage, offer, lang }: { stage: Stage; offer: NoticeOffer; lang: Language }) {
  const words = conductText(lang).notify
  const others = offer.sittings[stage].filter((sitting) => sitting.why.length > 0)
  if (others.length === 0) return null
  return (
    <Details summary={fill(words.unlawful, { n: others.length })}>
      <ul class="t-dots">
        {others.map((sitting) => (
          <li key={sitting.id}><b>{fill(words.option, { date: formatDay(sitting.onDay, lang, 'full'), from: formatTime(sitting.startsAt), to: formatTime(sitting.endsAt) })}</b><br />{sitting.why.map((each) => blockerText(lang, each)).join(' ')}</li>
        ))}
      </ul>
    </Details>
  )
}
