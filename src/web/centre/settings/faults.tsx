import { legalDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { FormState } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { FAULT_GROUNDS, type ItemFault, type ProgrammeShown } from '#modules/programmes/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, Form, SelectField, TextArea } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { settingsText } from './settings-text.ts'

interface Hidden {
  csrf: string
  requestKey: string
  version?: number | undefined
}

const stateOf = (fault: ItemFault) => (fault.upheld === null ? 'waiting' : fault.upheld ? 'upheld' : 'rejected')
const TONES = { waiting: 'sun', upheld: 'red', rejected: 'plain' } as const

/** How the report of one question stands. */
export function FaultState({ fault, lang }: { fault: ItemFault; lang: Language }) {
  const state = stateOf(fault)
  return <Tag tone={TONES[state]}>{settingsText(lang).faults.states[state]}</Tag>
}

/** The questions of a version reported as faulty, with the decision for whoever may take it. */
export function FaultBox({ shown, lang, form, hidden }: { shown: ProgrammeShown; lang: Language; form: FormState; hidden: Hidden }) {
  const words = settingsText(lang).faults
  if (shown.faults.length === 0) return null
  return (
    <Box title={words.title}>
      <p>{words.lead}</p>
      {shown.faults.map((fault) => (
        <div key={fault.id} class="t-stack" id={`fault-${fault.id}`}>
          <h3 class="govuk-heading-s"><a href={`/${lang}/centre/programmes/${shown.version.id}/items/${fault.itemId}`}>{fault.itemCode}</a> <FaultState fault={fault} lang={lang} /></h3>
          <Facts compact facts={[
            { term: words.ground, value: words.grounds[fault.ground], note: fault.note },
            { term: words.by, value: shown.names.get(fault.reportedBy) ?? '—', note: formatDay(legalDay(fault.reportedAt), lang) },
            ...(fault.decidedAt ? [{ term: words.decidedBy, value: shown.names.get(fault.decidedBy ?? '') ?? '—', note: [formatDay(legalDay(fault.decidedAt), lang), fault.decisionNote].filter(Boolean).join('. ') }] : []),
            ...(fault.upheld ? [{ term: words.credit, value: fault.settledAt ? words.settled : words.settling }] : []),
          ]} />
          {fault.upheld === null && shown.may.decideFault && (
            <Form {...hidden}>
              <input type="hidden" name="fault" value={fault.id} />
              <TextArea form={form} name={`decisionNote-${fault.id}`} label={words.decisionNote} rows={2} />
              <p class="govuk-hint">{words.warning}</p>
              <ButtonRow>
                <Button kind="warning" name="do" value="uphold-fault">{words.uphold}</Button>
                <Button kind="secondary" name="do" value="reject-fault">{words.reject}</Button>
              </ButtonRow>
            </Form>
          )}
        </div>
      ))}
    </Box>
  )
}

/** The form by which a question of an approved version is reported. */
export function ReportFault({ lang, form, hidden }: { lang: Language; form: FormState; hidden: Hidden }) {
  const words = settingsText(lang).faults
  return (
    <Box title={words.reportTitle}>
      <p>{words.lead}</p>
      <Form {...hidden}>
        <SelectField form={form} name="ground" label={words.ground} value="" options={[{ value: '', label: '—' }, ...FAULT_GROUNDS.map((ground) => ({ value: ground, label: words.grounds[ground] }))]} />
        <TextArea form={form} name="note" label={words.note} hint={words.noteHint} rows={3} />
        <Button kind="secondary" name="do" value="report-fault">{words.report}</Button>
      </Form>
    </Box>
  )
}
