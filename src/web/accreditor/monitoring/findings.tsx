import type { ComponentChildren } from 'preact'
import type { Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { FormBody, ViewProps } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { FINDING_GRAVITIES, type CentreFile } from '#modules/monitoring/index.ts'
import { messages } from '#modules/monitoring/messages/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, DateFields, Form, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx'
import { ListPages, type FilePages } from './file-pages.tsx'
import { monitoringText } from './monitoring-text.ts'
import { dayField } from '../../centre/settings/desk-facts.ts'
import { fieldsNamed, Gravity } from './parts.tsx'

interface FindingsProps {
  p: Pick<ViewProps<unknown>, 'lang' | 'csrf' | 'requestKey' | 'form'>
  file: CentreFile
  pages: FilePages
  base: string
  /** On the page of a centre a finding rests on one of its reports; without any there is nothing to write down. */
  reports?: CentreFile['reports']
}

/** What was typed to order the remedy of one of the findings: each has fields of its own. */
export function orderOf(form: FormBody): { demand: string; dueOn: Day | undefined } {
  return { demand: form.text(`demand-${form.text('no')}`), dueOn: dayField(form, `due-${form.text('no')}`) }
}
/** Where the reasons of this form belong. */
export function fieldsOfAct(form: FormBody): Readonly<Record<string, string>> {
  return form.text('do') === 'order' ? fieldsNamed({ on: `due-${form.text('no')}`, demand: `demand-${form.text('no')}` }) : fieldsNamed({})
}

interface ListProps {
  pages: FilePages
  base: string
  lang: Language
  /** How the order of a finding stands, for who watches the centre. */
  standing?(order: NonNullable<Finding['order']>): string
  /** What may be done about one finding. */
  act?(finding: Finding): ComponentChildren
  children?: ComponentChildren
}
type Finding = FilePages['findings']['rows'][number]

/** Findings with their orders, a page of them at a time. */
export function FindingsList({ pages, base, lang, standing, act, children }: ListProps) {
  const text = monitoringText(lang)
  return (
    <Box title={text.findings} id="findings">
      <div class="t-stack">
      {pages.findings.total === 0 && <p class="t-quiet">{text.findingsEmpty}</p>}
      {pages.findings.rows.map((finding) => (
        <section key={finding.id}>
          <h3>{fill(text.finding, { no: finding.no })} <Gravity gravity={finding.gravity} lang={lang} /></h3>
          <Facts compact facts={[{ term: text.requirement, value: finding.requirement }, { term: text.description, value: finding.description },
            ...(finding.order ? [{ term: text.orders, value: <a href={`/${lang}${base}/orders/${finding.order.id}`}>{fill(text.order, { no: finding.order.no })}</a>, ...(standing ? { note: standing(finding.order) } : {}) }] : [])]} />
          {act?.(finding)}
        </section>
      ))}
      <ListPages pages={pages} list="findings" label={text.findings} lang={lang} />
      {children}
      </div>
    </Box>
  )
}

/** Findings with their orders; a form to order the remedy of each that has none, and one to write down another. */
export function FindingsBox({ p, file, pages, base, reports }: FindingsProps) {
  const { lang } = p
  const text = monitoringText(lang)
  const due = file.usualDueOn?.split('-')
  return (
    <FindingsList pages={pages} base={base} lang={lang} standing={(order) => (order.remediedOn ? text.remedied : text.openOrder)}
      act={(finding) => file.mayWrite && !finding.order && (
        <Form csrf={p.csrf} requestKey={`${p.requestKey}-${finding.no}`} version={file.version} values={{ finding: finding.id, no: finding.no }} label={text.issueOrder}>
          <TextArea form={p.form} name={`demand-${finding.no}`} label={text.demand} rows={3} />
          <DateFields form={p.form} name={`due-${finding.no}`} label={text.dueOn} {...(due ? { value: { year: due[0]!, month: due[1]!, day: due[2]! } } : { hint: text.remedyNotSet })} />
          <Button name="do" value="order" icon="gavel">{text.issueOrder}</Button>
        </Form>
      )}>
      {file.mayWrite && (reports === undefined || reports.length > 0) && (
        <Form csrf={p.csrf} requestKey={`${p.requestKey}-finding`} version={file.version} label={text.addFinding}>
          {reports && <SelectField form={p.form} name="report" label={text.basis} options={reports.map((report) => ({ value: report.id, label: report.subject }))} />}
          <Radios form={p.form} name="gravity" label={text.gravity} inline options={FINDING_GRAVITIES.map((value) => ({ value, label: messages[lang].gravities[value] }))} />
          <TextField form={p.form} name="requirement" label={text.requirement} hint={text.requirementHint} />
          <TextArea form={p.form} name="description" label={text.description} rows={3} />
          <Button kind="secondary" name="do" value="finding" icon="plus">{text.addFinding}</Button>
        </Form>
      )}
    </FindingsList>
  )
}
