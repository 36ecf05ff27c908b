import { page } from '#platform/http/page.ts'
import { formatMoment, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { CLERKS } from '#modules/casework/index.ts'
import { acceptContractOnPaper, closeContract, readContract, readWitnesses, type ContractStanding } from '#modules/applications/index.ts'
import { applyText } from '../../candidate/apply/apply-text.ts'
import { contractFacts } from '../../candidate/apply/contract.tsx'
import { Button, ButtonRow, ErrorSummary, FileField, Form, SelectField, TextArea } from '../../ui/form.tsx'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FileRow } from '../../ui/file-row.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from './stage-one-text.ts'

interface ContractData {
  standing: ContractStanding
  witnesses: Awaited<ReturnType<typeof readWitnesses>>
  office: OfficeView
}

/** The contract at its clerk: what it says, a signature on paper with a witness, closing it unsigned. */
export const clerkContractPage = page<ContractData>({
  path: '/centre/cases/:number/contract', action: 'contract.accept-on-paper', desk: 'centre', access: CLERKS, files: true,
  async load(ctx, request) {
    const witnesses = await readWitnesses(ctx, request.params['number']!)
    const standing = await readContract(ctx, request.params['number']!)
    return { standing, witnesses, office: await officeOf(ctx, standing.kase.centreId) }
  },
  title: ({ standing }, lang) => `${stageOneText(lang).contract.title} · ${standing.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.standing.kase.number}`, text: stageOneText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const version = Number(form.text('version'))
    const text = stageOneText(lang).contract
    if (form.text('do') === 'close') {
      await closeContract(ctx, { number, version, ground: form.text('ground').slice(0, 2000) })
      return { to: `/${lang}/centre/cases/${number}`, flash: text.closed }
    }
    await acceptContractOnPaper(ctx, { number, version, witnessId: form.text('witnessId'), scan: form.file('scan') })
    return { to: `/${lang}/centre/cases/${number}`, flash: text.recorded }
  },
  view: (p) => {
    const { lang, data: { standing, witnesses } } = p
    const text = stageOneText(lang).contract
    const { contract, kase } = standing
    if (!contract) return <><h1>{text.title}</h1><ErrorSummary form={p.form} /><NoticeBox title={text.none}>{text.noneText}</NoticeBox></>
    const hidden = { csrf: p.csrf, requestKey: p.requestKey, version: kase.version }
    return (
      <>
        <h1>{text.title} <span class="t-num">{kase.number}</span></h1>
        <ErrorSummary form={p.form} />
        <NoticeBox tone={contract.acceptedAt ? 'green' : 'sky'}>{contract.acceptedAt ? fill(applyText(lang).contract.acceptedAt, { at: formatMoment(contract.acceptedAt, lang) }) : text.waits}</NoticeBox>
        <Facts compact facts={contractFacts(standing, lang)} />
        <FileRow name={text.pdf} href={`/${lang}/papers/${contract.paperId}`} />
        {kase.step === 'contract-sent' && (
          <>
            <Box title={text.paper}>
              <p>{text.paperLead}</p>
              <Form {...hidden} files>
                <FileField form={p.form} name="scan" label={text.scan} hint={text.scanHint} accept="application/pdf,image/jpeg,image/png" />
                <SelectField form={p.form} name="witnessId" label={text.witness} options={witnesses.map((each) => ({ value: each.accountId, label: personName(each, lang, 'full') }))} />
                <ButtonRow><Button name="do" value="paper" icon="signature">{text.record}</Button></ButtonRow>
              </Form>
            </Box>
            <Box title={text.close}>
              <p>{text.closeLead}</p>
              <Form {...hidden}>
                <TextArea form={p.form} name="ground" label={text.ground} rows={3} maxLength={2000} />
                <ButtonRow><Button kind="warning" name="do" value="close">{text.closeButton}</Button></ButtonRow>
              </Form>
            </Box>
          </>
        )}
      </>
    )
  },
})
