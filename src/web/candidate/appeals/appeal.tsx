import { parseCaseNumber } from '#kernel/case-number.ts'
import type { Language } from '#kernel/localized.ts'
import { dueText, formatDay, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page, type ViewProps } from '#platform/http/page.ts'
import { lodgeAppeal, readAppeal, readLodgingOffer, withdrawAppeal, type AppealView, type LodgingPage } from '#modules/appeals/index.ts'
import { HandInHour } from '../../public/hand-in-hour.tsx'
import { appealsText } from '../../appeals/appeals-text.ts'
import { AppealOutcomeBox, challengedLine } from '../../appeals/appeal-parts.tsx'
import { DueLine, Written } from '../../appeals/parts.tsx'
import { blockerText } from '../../denials.ts'
import { Due } from '../../ui/due.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { NextMove } from '../../ui/next-move.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { StopBox } from '../../ui/stop-box.tsx'
import { Details } from '../../ui/why.tsx'

/** Lodged already, or what may be lodged from the result of the case. */
type OwnAppeal = { view: AppealView; offer?: undefined } | { offer: LodgingPage; view?: undefined }

export function isAppealNumber(number: string): boolean {
  const parsed = parseCaseNumber(number)
  return parsed.ok && parsed.parts.kind === 'appeal'
}

/** The appeal of a candidate: lodging it from the result, following it, withdrawing it. */
export const ownAppealPage = page<OwnAppeal>({
  path: '/cases/:number/appeal', action: 'appeal.read', desk: 'candidate', access: 'signed-in',
  load: async (ctx, { params }) => (isAppealNumber(params['number']!) ? { view: await readAppeal(ctx, params['number']!) } : { offer: await readLodgingOffer(ctx, params['number']!) }),
  title: ({ view, offer }, lang) => (view ? fill(appealsText(lang).appeal.titleOf, { number: view.kase.number }) : `${appealsText(lang).appeal.title} · ${offer.parent.number}`),
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.view ? data.view.parent.number : data.offer.parent.number}`, text: appealsText(lang).appeal.back } }),
  async post(ctx, { lang, params, form }) {
    const words = appealsText(lang).appeal
    const number = params['number']!
    const version = Number(form.text('version'))
    if (isAppealNumber(number)) {
      await withdrawAppeal(ctx, { number, version })
      return { to: `/${lang}/cases/${number}/appeal`, flash: words.withdrawnFlash }
    }
    const lodged = await lodgeAppeal(ctx, { number, version, ground: form.text('ground'), lateReason: form.text('lateReason') })
    return { to: `/${lang}/cases/${lodged}/appeal`, flash: fill(words.lodged, { number: lodged }) }
  },
  view: (p) => (p.data.view ? <Lodged view={p.data.view} p={p} /> : <Lodging offer={p.data.offer} p={p} />),
})

type Props = ViewProps<OwnAppeal>

function Lodging({ offer, p }: { offer: LodgingPage; p: Props }) {
  const { lang } = p
  const words = appealsText(lang).appeal
  return (
    <div class="t-gap">
      <div class="t-stack"><h1>{offer.first ? words.secondTitle : words.title}</h1><p>{offer.first ? fill(words.secondLead, { number: offer.first.number }) : words.lead}</p></div>
      <ErrorSummary form={p.form} />
      {offer.decision && (
        <Facts facts={[
          { term: words.decision, value: challengedLine(offer.decision, lang) },
          ...(offer.term ? [{ term: offer.first ? words.secondMadeKnown : words.madeKnown, value: formatDay(offer.term.startedOn, lang) }, { term: words.lastDay, value: <LastDay offer={offer} lang={lang} /> }] : []),
        ]} />
      )}
      {offer.lodged ? (
        <NoticeBox tone="sky" title={words.already}><p><a href={`/${lang}/cases/${offer.lodged}/appeal`}>{words.open}</a></p></NoticeBox>
      ) : offer.blockers.length > 0 ? (
        <StopBox title={words.blocked} wrong={offer.blockers.map((blocker) => blockerText(lang, blocker)).join(' ')} remedy={words.remedy}
          action={<Button kind="secondary" href={`/${lang}/cases/${offer.parent.number}/complaint`}>{words.complain}</Button>} />
      ) : (
        <>
          <section><h2>{words.afterTitle}</h2><ol class="t-numbered">{[...(offer.first ? words.after.with(1, words.secondPanel) : words.after), ...offer.againIsFree ? [] : [words.afterPaid]].map((line) => <li key={line}>{fill(line, { days: termDays(offer.decideDays, lang), again: offer.againIsFree ? words.againIn.free : words.againIn.paid })}</li>)}</ol></section>
          {offer.late && <NoticeBox tone="sun">{fill(words.late, { lastOn: formatDay(offer.term!.lastOn, lang) })}</NoticeBox>}
          <Form csrf={p.csrf} requestKey={p.requestKey} version={offer.parent.version}>
            {offer.late && <TextArea form={p.form} name="lateReason" label={words.lateReason} hint={words.lateHint} rows={4} />}
            <TextArea form={p.form} name="ground" label={words.ground} hint={words.groundHint} rows={8} />
            <HandInHour until={offer.until} lang={lang} />
            <ButtonRow stacked><Button icon="scale">{words.lodge}</Button></ButtonRow>
          </Form>
        </>
      )}
    </div>
  )
}

function LastDay({ offer, lang }: { offer: LodgingPage; lang: Language }) {
  const day = formatDay(offer.term!.lastOn, lang)
  if (!offer.left || offer.left.state === 'overdue') return <>{day}</>
  return <Due words={dueText(lang, offer.left)} date={day} tone={offer.left.state === 'today' ? 'today' : 'plain'} />
}

function Lodged({ view, p }: { view: AppealView; p: Props }) {
  const { lang } = p
  const text = appealsText(lang)
  const words = text.appeal
  const open = view.kase.step === 'lodged' || view.kase.step === 'panel-called' ? view.kase.step : undefined
  return (
    <div class="t-gap">
      <div><p class="t-case__no t-num">{fill(words.titleOf, { number: view.kase.number })}</p><h1>{view.first ? words.secondTitle : words.title}</h1></div>
      <ErrorSummary form={p.form} />
      {open && (
        <NextMove whose="centre" title={words.next[open].title} due={<DueLine due={view.kase.nextDueOn} lateness={view.lateness} closed={false} lang={lang} />}>{words.next[open].text}</NextMove>
      )}
      {view.waitsFor && <NoticeBox tone="sun">{fill(words.waitsFor, { number: view.waitsFor })} <a href={`/${lang}/cases/${view.waitsFor}`}>{text.case} № {view.waitsFor}</a></NoticeBox>}
      {view.kase.step === 'withdrawn' && <NoticeBox tone="sun">{words.withdrawn}</NoticeBox>}
      <AppealOutcomeBox view={view} lang={lang} reader="candidate" />
      <section><h2>{words.text}</h2><Written text={view.appeal.ground} /></section>
      {view.appeal.lateReason && <section><h2>{words.lateShown}</h2><Written text={view.appeal.lateReason} /></section>}
      <Facts facts={[
        { term: words.decision, value: challengedLine(view.challenged, lang) },
        ...(view.first ? [{ term: words.firstAppeal, value: <a href={`/${lang}/cases/${view.first}/appeal`}>{view.first}</a> }] : []),
        { term: text.case, value: <a href={`/${lang}/cases/${view.parent.number}`}>{view.parent.number}</a> },
        ...(view.members.length > 0 ? [{ term: words.members, value: view.members.map((member) => (member.chair ? `${member.name} (${words.chair})` : member.name)).join(', ') }] : []),
      ]} />
      {open && view.isCandidate && (
        <Details summary={words.withdrawTitle}>
          <p>{words.withdrawText}</p>
          <Form csrf={p.csrf} requestKey={p.requestKey} version={view.kase.version}><Button kind="warning" icon="rotate-ccw">{words.withdraw}</Button></Form>
        </Details>
      )}
    </div>
  )
}
