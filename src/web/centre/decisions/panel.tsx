import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import { personName, formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { callPanel, dissolvePanel, readPanel, replaceMember, takeDecision, type PanelView } from '#modules/decisions/index.ts'
import { messages } from '#modules/decisions/messages/index.ts'
import { whyNotLetIn } from '#modules/exams/index.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { Button, Checkboxes, ErrorSummary, Form, Radios } from '../../ui/form.tsx'
import { Facts } from '../../ui/facts.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { LeftMembers, PanelChange, postPanelChange } from './panel-change.tsx'

interface PanelData {
  view: PanelView
  office: OfficeView
}

/** The clerk's page of the panel: what was held, who decides, what they voted, and the decision. */
export const panelPage = page<PanelData>({
  path: '/centre/cases/:number/panel', action: 'panel.read', desk: 'centre', access: ['centre-operator', 'centre-head'],
  async load(ctx, request) {
    const view = await readPanel(ctx, request.params['number']!)
    return { view, office: await officeOf(ctx, view.centreId) }
  },
  title: ({ view }, lang) => `${messages[lang].page.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.view.number}`, text: messages[lang].page.back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const words = messages[lang].page
    const version = Number(form.text('version'))
    if (form.text('do') === 'call') {
      await callPanel(ctx, { number, version, memberIds: form.list('members'), chairId: form.text('chair') })
      return { to: `/${lang}/centre/cases/${number}/panel`, flash: words.called }
    }
    const changed = postPanelChange(lang, form, `/${lang}/centre/cases/${number}/panel`, {
      replace: (change) => replaceMember(ctx, { ...change, number, version }), dissolve: (change) => dissolvePanel(ctx, { ...change, number, version }),
    })
    if (changed) return changed
    await takeDecision(ctx, { number, version })
    return { to: `/${lang}/centre/cases/${number}`, flash: words.decided }
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const words = messages[lang].page
    const lawful = view.people.filter((person) => person.blockers.length === 0)
    return (
      <>
        <PanelHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            {view.mayCall && (
              <Box title={words.callTitle}>
                {view.missing > 0 && <NoticeBox tone="red">{fill(words.missing, { n: view.missing })}{view.mayInvite && ` ${words.invite}`}</NoticeBox>}
                <Form csrf={p.csrf} requestKey={p.requestKey} version={view.version}>
                  <Checkboxes form={p.form} name="members" label={words.members} hint={fill(words.callHint, { size: view.panelSize, quorum: view.quorum })} chosen={lawful.slice(0, view.panelSize).map((person) => person.accountId)}
                    options={lawful.map((person) => ({ value: person.accountId, label: person.name }))} />
                  <Radios form={p.form} name="chair" label={words.chair} value={lawful[0]?.accountId} options={lawful.map((person) => ({ value: person.accountId, label: person.name }))} />
                  <Button name="do" value="call" icon="users">{words.call}</Button>
                </Form>
                {view.people.filter((person) => person.blockers.length > 0).map((person) => <p class="t-small t-quiet" key={person.accountId}>{person.blockers.map((blocker) => blockerText(lang, blocker)).join(' ')}</p>)}
              </Box>
            )}
            {view.members.length > 0 && <Votes view={view} lang={lang} />}
            {view.standing.length > 0 && <NoticeBox tone="red">{view.standing.map((blocker) => blockerText(lang, blocker)).join(' ')}</NoticeBox>}
            {view.state?.state === 'decided' && view.standing.length === 0 && (
              <Form csrf={p.csrf} requestKey={p.requestKey} version={view.version}>
                <NoticeBox tone="sun">{fill(words.ready, { outcome: view.state.outcome === 'pass' ? words.pass : words.fail })}</NoticeBox>
                <p><Button name="do" value="decide" icon="stamp">{words.decide}</Button></p>
              </Form>
            )}
            <LeftMembers left={view.left} lang={lang} />
            {view.mayChange && (
              <PanelChange form={p.form} csrf={p.csrf} requestKey={p.requestKey} version={view.version} lang={lang} successors={view.successors} mayInvite={view.mayInvite}
                members={view.members.map((member) => ({ accountId: member.accountId, name: personName(member, lang, 'initials') }))} />
            )}
            {view.decision && <NoticeBox tone="green">{fill(words.decision, { number: view.decision.number, date: formatDay(view.decision.decidedOn, lang) })}</NoticeBox>}
          </div>
          <div class="t-stack"><HeldFactsBox view={view} lang={lang} /></div>
        </div>
      </>
    )
  },
})

export function PanelHead({ view, lang }: { view: PanelView; lang: Language }) {
  return (
    <div class="t-inhead"><div>
      <p class="t-case__no t-num">{view.number}</p>
      <h1>{personName(view.candidate, lang, 'full')}</h1>
      <Tags><Tag>{inLanguage(view.profession, lang)}, {view.level}</Tag></Tags>
    </div></div>
  )
}

export function Votes({ view, lang }: { view: PanelView; lang: Language }) {
  const words = messages[lang].page
  const given = view.members.filter((member) => member.choice !== null).length
  return (
    <Box title={words.panelTitle} aside={fill(words.votes, { votes: given, needed: view.quorum })}>
      <Facts compact facts={view.members.map((member) => ({
        term: `${personName(member, lang, 'initials')}${member.chair ? ` · ${words.chair}` : ''}`,
        value: member.choice === 'pass' ? words.pass : member.choice === 'fail' ? words.fail : <span class="t-quiet">{words.waiting}</span>, ...(member.note ? { note: member.note } : {}),
      }))} />
    </Box>
  )
}

function verdictOfSkill(held: boolean, lang: Language) {
  const words = messages[lang].page
  return held ? <Tag tone="green" icon="check">{words.skillShown}</Tag> : <Tag tone="red" icon="x">{words.skillNotShown}</Tag>
}

/** What the panel decides upon, in plain counts. */
export function HeldFactsBox({ view, lang }: { view: PanelView; lang: Language }) {
  const words = messages[lang].page
  const { theory, practice, violations, noShow } = view.exam
  const done = practice?.steps.filter((step) => step.done).length ?? 0
  const notDone = practice?.steps.filter((step) => step.done === false) ?? []
  const verdict = (passed: boolean) => (passed ? <Tag tone="green" icon="check">{words.passed}</Tag> : <Tag tone="red" icon="x">{words.failed}</Tag>)
  return (
    <Box title={words.factsTitle}>
      <Facts compact facts={[
        { term: words.theory, value: theory ? <>{fill(words.correct, { correct: theory.correct, total: theory.total })} {verdict(theory.passed)}</> : words.notHeld },
        { term: words.practice, value: practice ? <>{fill(words.steps, { done, total: practice.steps.length })} {verdict(practice.passed)}</> : words.notHeld },
        ...(notDone.length > 0 ? [{ term: words.notDone, value: notDone.map((step) => `${step.no}${step.note ? ` — ${step.note}` : ''}`).join('; ') }] : []),
        ...(practice?.skills.map((each) => ({ term: `${words.skill}: ${inLanguage(each.skill, lang)}`, value: each.held === null ? words.skillOpen : verdictOfSkill(each.held, lang) })) ?? []),
        { term: words.violations, value: violations.length > 0 ? violations.map((violation) => violation.note).join('; ') : words.none },
        ...(noShow ? [noShow.notLetIn ? { term: words.notLetIn, value: formatDay(noShow.onDay, lang), note: whyNotLetIn(lang, noShow.notLetIn) } : { term: words.noShow, value: formatDay(noShow.onDay, lang) }] : []),
        ...(view.ground ? [{ term: words.ground, value: messages[lang].protocol.grounds[view.ground] }] : []),
      ]} />
    </Box>
  )
}
