import type { ViewProps } from '#platform/http/page.ts'
import type { DecisionView } from '#modules/accreditation/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, EmailField, Form, PhoneField, SelectField, TextField } from '../../ui/form.tsx'
import { decisionText } from './decision-text.ts'

type Props = ViewProps<{ view: DecisionView }>

export function IssueBox({ data: { view }, lang, form, csrf, requestKey }: Props) {
  const t = decisionText(lang).certificate
  const { kind, certificateId } = view.kase
  return (
    <Box title={t.issueTitle}>
      <p>{kind === 'extension' ? t.issueWider : kind === 'renewal' ? t.issueRenewed : t.issueLead}</p>
      <Form csrf={csrf} requestKey={requestKey} version={view.kase.version}>
        {certificateId === null && (
          <>
            {view.kase.channel === 'paper' && view.staff.length === 0 ? <p class="t-quiet">{t.nobodyYet}</p>
              : <SelectField form={form} name="representative" label={t.representative} empty={decisionText(lang).commission.choose} options={view.staff.map((each) => ({ value: each.accountId, label: each.name }))} />}
            <TextField form={form} name="addressKk" label={t.addressKk} /><TextField form={form} name="addressRu" label={t.addressRu} />
            <PhoneField form={form} name="phone" label={t.phone} /><EmailField form={form} name="email" label={t.email} />
            <TextField form={form} name="hoursKk" label={t.hoursKk} /><TextField form={form} name="hoursRu" label={t.hoursRu} />
          </>
        )}
        <Button name="do" value="issue" icon="stamp">{t.issue}</Button>
      </Form>
    </Box>
  )
}

/** Nothing is left to issue: the case is closed, so that it does not forbid the next for ever. */
export function CloseBox({ data: { view }, lang, csrf, requestKey }: Props) {
  const t = decisionText(lang).certificate
  return (
    <Box title={t.closeTitle}>
      <p>{t.closeLead}</p>
      <Form csrf={csrf} requestKey={`${requestKey}-close`} version={view.kase.version}><Button name="do" value="close" kind="warning">{t.close}</Button></Form>
    </Box>
  )
}

export function ContractBox({ data: { view }, lang, csrf, requestKey }: Props) {
  const t = decisionText(lang).certificate
  return (
    <Box title={t.contractTitle}>
      <Form csrf={csrf} requestKey={requestKey} version={view.kase.version}><Button name="do" value="send" icon="mail">{t.send}</Button></Form>
    </Box>
  )
}
