import type { Language } from '#kernel/localized.ts'
import { page, type FormBody, type Page, type ViewProps } from '#platform/http/page.ts'
import { formatMoment, personName } from '#platform/i18n/format.ts'
import {
  describePotentialCentre, enterPotentialCentre, finishNextStep, listPotentialCentres, movePotentialCentre, noteOnPotentialCentre, planNextStep, POTENTIAL_STATES, readPotentialCentre, type PotentialCentreFacts, type PotentialList,
  type PotentialView,
} from '#modules/accreditation/index.ts'
import { messages } from '#modules/accreditation/messages/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { dayField, revisionOf } from '../../centre/settings/desk-facts.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, DateFields, ErrorSummary, Form, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { casesText } from '../cases/cases-text.ts'
import { namesOf, NextStep, regionOf, StateOf, type Overseer } from './list.tsx'

const FIELDS = {
  'potential-centre.name-missing': 'name', 'potential-centre.bin-wrong': 'bin', 'potential-centre.state-missing': 'state', 'potential-centre.same-state': 'state', 'potential-centre.applied-by-case': 'state', 'potential-centre.case-open': 'state',
  'potential-centre.reason-missing': 'reason', 'potential-centre.step-missing': 'what', 'potential-centre.day-missing': 'on', 'potential-centre.day-past': 'on', 'potential-centre.responsible-missing': 'responsible',
}

const factsOf = (form: FormBody): PotentialCentreFacts => ({
  name: form.text('name'), bin: form.text('bin'), regionKato: form.text('region'), contact: form.text('contact'), professions: form.text('professions').split(/[\s,;]+/).filter((code) => code !== '').map((code) => code.toUpperCase()),
})

function FactsFields({ p, row, regions }: { p: ViewProps<unknown>; row?: PotentialView['row']; regions: PotentialList['regions'] }) {
  const words = messages[p.lang].potential
  return (
    <>
      <TextField form={p.form} name="name" label={words.name} value={row?.name} />
      <TextField form={p.form} name="bin" label={words.bin} hint={words.binHint} value={row?.bin ?? ''} width="12" inputMode="numeric" optional />
      <SelectField form={p.form} name="region" label={words.region} value={row?.regionKato ?? ''} empty={words.unknown} options={regions.map((region) => ({ value: region.kato, label: regionOf({ region }, p.lang) }))} />
      <TextField form={p.form} name="professions" label={words.professions} hint={words.professionsHint} value={row?.professions.join(', ') ?? ''} optional />
      <TextField form={p.form} name="contact" label={words.contact} hint={words.contactHint} value={row?.contact ?? ''} optional />
    </>
  )
}

/** A new organisation of the pipeline. */
export function newPotentialFor({ desk, access, base }: Overseer): Page<never> {
  return page<PotentialList>({
    path: `${base}/new`, action: 'potential-centre.write', desk, access,
    load: (ctx) => listPotentialCentres(ctx),
    title: (_data, lang) => messages[lang].potential.enterTitle,
    layout: ({ lang }) => ({ back: { href: `/${lang}${base}`, text: messages[lang].potential.title } }),
    post: (ctx, { lang, form }) => atFields(lang, async () => ({ to: `/${lang}${base}/${await enterPotentialCentre(ctx, factsOf(form))}`, flash: messages[lang].potential.saved }), FIELDS),
    view: (p) => (
      <>
        <div class="t-inhead"><h1>{messages[p.lang].potential.enterTitle}</h1></div>
        <ErrorSummary form={p.form} />
        <Form csrf={p.csrf} requestKey={p.requestKey}>
          <FactsFields p={p as never} regions={p.data.regions} />
          <Button icon="plus">{messages[p.lang].potential.enter}</Button>
        </Form>
      </>
    ),
  }) as unknown as Page<never>
}

/** One organisation: what is known, what comes next, what was written and done. */
export function potentialPageFor({ desk, access, base }: Overseer): Page<never> {
  return page<PotentialView>({
    path: `${base}/:id`, action: 'potential-centre.list', desk, access,
    load: (ctx, { params }) => readPotentialCentre(ctx, params['id']!),
    title: ({ row }) => row.name,
    layout: ({ lang }) => ({ back: { href: `/${lang}${base}`, text: messages[lang].potential.title } }),
    post: (ctx, { lang, params, form }) => atFields(lang, async () => {
      const seen = { id: params['id']!, version: revisionOf(form) }
      const act = form.text('do')
      if (act === 'describe') await describePotentialCentre(ctx, { ...seen, ...factsOf(form) })
      else if (act === 'move') await movePotentialCentre(ctx, { ...seen, state: form.text('state'), reason: form.text('reason') })
      else if (act === 'plan') await planNextStep(ctx, { ...seen, what: form.text('what'), on: dayField(form, 'on'), responsible: form.text('responsible') })
      else if (act === 'done') await finishNextStep(ctx, { ...seen, outcome: form.text('outcome') })
      else await noteOnPotentialCentre(ctx, { ...seen, body: form.text('note') })
      return { to: `/${lang}${base}/${seen.id}`, flash: messages[lang].potential.saved }
    }, FIELDS),
    view: (p) => {
      const { lang, data } = p
      const words = messages[lang].potential
      const { row } = data
      const known = (text: string) => (text === '' ? <span class="t-quiet">{words.unknown}</span> : text)
      return (
        <>
          <div class="t-inhead"><div><h1>{row.name}</h1><StateOf state={row.state} lang={lang} /></div></div>
          <ErrorSummary form={p.form} />
          <div class="t-cols">
            <div class="t-stack">
              <Box title={words.facts}><Facts compact facts={[
                { term: words.bin, value: known(row.bin ?? '') }, { term: words.region, value: known(regionOf(row, lang)) }, { term: words.professions, value: known(namesOf(row, lang)) }, { term: words.contact, value: known(row.contact) },
                { term: words.source, value: words.sources[row.provenance] },
                ...(row.droppedReason ? [{ term: words.reason, value: row.droppedReason }] : []),
                ...(data.kase ? [{ term: words.caseOf, value: <a href={`/${lang}/accreditor/cases/${data.kase.id}`}>{data.kase.number ?? words.noNumber}</a>, note: `${casesText(lang).steps[data.kase.step]}${data.kase.closed ? ` · ${words.closedCase}` : ''}` }] : []),
              ]} /></Box>
              <Box title={words.notes}>
                {data.notes.length === 0 ? <p class="t-quiet">{words.notesEmpty}</p> : <Timeline items={data.notes.map((note) => ({ when: formatMoment(note.writtenAt, lang), title: note.body, who: note.writer }))} />}
              </Box>
              {data.mayWrite && <Box title={words.addNote}><Act p={p} act="note"><TextArea form={p.form} name="note" label={words.note} hint={words.noteHint} rows={3} /><Button kind="secondary" name="do" value="note">{words.addNote}</Button></Act></Box>}
              {data.mayWrite && <Box title={words.change}><Act p={p} act="describe"><FactsFields p={p as never} row={row} regions={data.regions} /><Button name="do" value="describe" icon="save">{words.save}</Button></Act></Box>}
            </div>
            <div class="t-stack">
              <Box title={words.stepTitle}>
                <NextStep row={row} lang={lang} narrow />
                {row.responsible && <p class="t-quiet">{words.responsible}: {row.responsible}</p>}
                {data.mayWrite && row.nextStep !== '' && <Act p={p} act="done"><TextArea form={p.form} name="outcome" label={words.outcome} hint={words.outcomeHint} rows={2} /><Button kind="secondary" name="do" value="done" icon="check">{words.done}</Button></Act>}
              </Box>
              {data.mayWrite && row.state !== 'dropped' && (
                <Box title={words.plan}>
                  <Act p={p} act="plan">
                    <TextField form={p.form} name="what" label={words.stepWhat} />
                    <DateFields form={p.form} name="on" label={words.day} />
                    <SelectField form={p.form} name="responsible" label={words.responsible} options={data.colleagues.map((each) => ({ value: each.accountId, label: personName(each, lang, 'initials') }))} />
                    <Button name="do" value="plan" icon="calendar-plus">{words.plan}</Button>
                  </Act>
                </Box>
              )}
              {data.mayWrite && (!data.kase || data.kase.closed) && (
                <Box title={words.moveTitle}>
                  <Act p={p} act="move">
                    <Radios form={p.form} name="state" label={words.state} options={POTENTIAL_STATES.filter((state) => state !== 'applied' && state !== row.state).map((value) => ({ value, label: words.states[value] }))} />
                    <TextArea form={p.form} name="reason" label={words.reason} hint={words.reasonHint} rows={2} optional />
                    <Button kind="secondary" name="do" value="move">{words.move}</Button>
                  </Act>
                </Box>
              )}
              {!data.mayWrite && <NoticeBox>{words.readOnly}</NoticeBox>}
              <Box title={words.history}>{data.history.length === 0 ? <p class="t-quiet">{words.historyEmpty}</p> : <History data={data} lang={lang} />}</Box>
            </div>
          </div>
        </>
      )
    },
  }) as unknown as Page<never>
}

/** One of the forms of the page, each with a key of its own. */
function Act({ p, act, children }: { p: ViewProps<PotentialView>; act: string; children: preact.ComponentChildren }) {
  return <Form csrf={p.csrf} requestKey={`${p.requestKey}-${act}`} version={p.data.row.version}>{children}</Form>
}

function History({ data, lang }: { data: PotentialView; lang: Language }) {
  const words = messages[lang].potential
  return <Timeline items={data.history.map((entry) => ({
    when: formatMoment(entry.at, lang), who: entry.who, title: words.events[entry.kind as keyof typeof words.events] ?? entry.kind,
    ...(typeof entry.payload['to'] === 'string' ? { body: words.states[entry.payload['to'] as keyof typeof words.states] } : {}),
  }))} />
}
