import type { Language } from '#kernel/localized.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page, type ViewProps } from '#platform/http/page.ts'
import { callAppealPanel, dissolveAppealPanel, readAppeal, replaceAppealMember, type AppealView } from '#modules/appeals/index.ts'
import { CENTRE_ROLES } from '#modules/casework/index.ts'
import { messages as decisions } from '#modules/decisions/messages/index.ts'
import { appealsText } from '../../appeals/appeals-text.ts'
import { AppealHead, AppealMatter, AppealOutcomeBox, AppealVotes, PanelStanding } from '../../appeals/appeal-parts.tsx'
import { atFields } from '../../appeals/field-errors.ts'
import { History } from '../../appeals/parts.tsx'
import { Box } from '../../ui/card.tsx'
import { Button, Checkboxes, ErrorSummary, Form, Radios } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { blockerText } from '../../denials.ts'
import { LeftMembers, PanelChange, postPanelChange } from '../decisions/panel-change.tsx'
import { officeOf, type OfficeView } from '../office.ts'

interface CentreAppeal {
  view: AppealView
  office: OfficeView
}

/** An appeal at the desk of its centre: the argument, the panel to call, the votes, the decision. */
export const centreAppealPage = page<CentreAppeal>({
  path: '/centre/appeals/:number', action: 'appeal.read', desk: 'centre', access: [...CENTRE_ROLES, 'ministry', 'national-body', 'auditor'],
  async load(ctx, { params }) {
    const view = await readAppeal(ctx, params['number']!)
    return { view, office: await officeOf(ctx, view.kase.centreId) }
  },
  title: ({ view }, lang) => fill(appealsText(lang).appeal.titleOf, { number: view.kase.number }),
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: data.view.mayCall ? `/${lang}/centre/appeals` : `/${lang}/centre/cases/${data.view.parent.number}`, text: data.view.mayCall ? appealsText(lang).appeals.title : appealsText(lang).folder } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const version = Number(form.text('version'))
    const changed = postPanelChange(lang, form, `/${lang}/centre/appeals/${number}`, {
      replace: (change) => replaceAppealMember(ctx, { ...change, number, version }), dissolve: (change) => dissolveAppealPanel(ctx, { ...change, number, version }),
    })
    if (changed) return changed
    return atFields(lang, async () => {
      await callAppealPanel(ctx, { number, version, members: form.list('members'), chair: form.text('chair') })
      return { to: `/${lang}/centre/appeals/${number}`, flash: appealsText(lang).appeals.called }
    })
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const text = appealsText(lang)
    return (
      <>
        <AppealHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            <AppealOutcomeBox view={view} lang={lang} reader="office" />
            <AppealDeliveryBox view={view} lang={lang} />
            {view.kase.step === 'withdrawn' && <NoticeBox tone="sun">{text.appeal.withdrawn}</NoticeBox>}
            {view.choice && <CallPanel p={p} lang={lang} />}
            {view.members.length > 0 && <AppealVotes view={view} lang={lang} />}
            {view.kase.step === 'panel-called' && (view.sits
              ? <p><Button href={`/${lang}/examiner/appeals/${view.kase.number}`} iconAfter="arrow-right">{text.appeals.toVote}</Button></p>
              : <NoticeBox>{text.appeals.onlyMembers}</NoticeBox>)}
            <PanelStanding view={view} lang={lang} />
            <LeftMembers left={view.left} lang={lang} />
            {view.successors && <PanelChange form={p.form} csrf={p.csrf} requestKey={p.requestKey} version={view.kase.version} lang={lang} members={view.members} successors={view.successors} mayInvite={view.mayInvite} />}
          </div>
          <div class="t-stack"><AppealMatter view={view} lang={lang} /><History view={view} lang={lang} /></div>
        </div>
      </>
    )
  },
})

/** Whether the decision has come to the candidate, and the way to hand it over. */
function AppealDeliveryBox({ view, lang }: { view: AppealView; lang: Language }) {
  const words = appealsText(lang).delivery
  if (view.deliveredOn) return <NoticeBox tone="green">{fill(words.deliveredAlready, { date: formatDay(view.deliveredOn, lang) })}</NoticeBox>
  if (!view.mayDeliver) return null
  return <NoticeBox tone="sun" title={words.waiting}><p><Button href={`/${lang}/centre/appeals/${view.kase.number}/deliver`} iconAfter="arrow-right">{words.title}</Button></p></NoticeBox>
}

function CallPanel({ p, lang }: { p: ViewProps<CentreAppeal>; lang: Language }) {
  const { view } = p.data
  const words = appealsText(lang).appeals
  const choice = view.choice!
  const free = choice.people.filter((each) => each.maySit)
  const others = choice.people.filter((each) => !each.maySit && !each.tookPart)
  const before = choice.people.filter((each) => each.tookPart && !each.maySit)
  const options = free.map((each) => ({ value: each.accountId, label: personName(each, lang, 'full') }))
  return (
    <Box title={words.callTitle}><div class="t-stack">
      {view.first && <NoticeBox>{words.callSecond}</NoticeBox>}
      {choice.missing > 0 && <NoticeBox tone="red">{fill(words.missing, { n: choice.missing })}{choice.mayInvite && ` ${decisions[lang].page.invite}`}</NoticeBox>}
      {free.length > 0 && (
        <Form csrf={p.csrf} requestKey={p.requestKey} version={view.kase.version}>
          <Checkboxes form={p.form} name="members" label={words.members} hint={fill(words.callHint, { size: view.panelSize })} chosen={free.slice(0, view.panelSize).map((each) => each.accountId)} options={options} />
          <Radios form={p.form} name="chair" label={words.chair} value={free[0]?.accountId} options={options} />
          <Button icon="users">{words.call}</Button>
        </Form>
      )}
      {[...new Set(others.flatMap((each) => each.why.map((blocker) => blockerText(lang, blocker))))].map((why) => <p class="t-quiet" key={why}>{why}</p>)}
      {before.length > 0 && <p class="t-quiet">{fill(words.tookPart, { names: before.map((each) => personName(each, lang, 'initials')).join(', ') })}</p>}
    </div></Box>
  )
}
