import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { acceptAccreditationContract, isDone, readDecision, REGISTRATION_ITEMS, registerCentre, type DecisionView } from '#modules/accreditation/index.ts'
import { decisionText } from '../accreditor/decision/decision-text.ts'
import { CaseHead, CertificateBox, LinesBox } from '../accreditor/decision/parts.tsx'
import { atFields } from '../appeals/field-errors.ts'
import { Box } from '../ui/card.tsx'
import { Facts } from '../ui/facts.tsx'
import { Button, CheckboxSingle, ErrorSummary, Form } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Tag } from '../ui/tag.tsx'

const PLACES = { staff: '/centre/people', prices: '/centre/prices', programme: '/centre/programmes', accessibility: '/centre/accessibility' } as const

/** What the applicant sees of the decision, and what the new centre does: accept the contract, complete the registration, open the centre. */
export const contractPage = page<{ view: DecisionView }>({
  path: '/applicant/contract/:id', action: 'accreditation.read', desk: 'applicant', access: ['applicant', 'centre-head'],
  load: async (ctx, { params }) => ({ view: await readDecision(ctx, params['id'] ?? '') }),
  title: ({ view }, lang) => `${decisionText(lang).contract.title}, ${view.kase.number ?? ''}`,
  async post(ctx, { lang, params, form }) {
    const [id, t] = [params['id'] ?? '', decisionText(lang).contract]
    const to = `/${lang}/applicant/contract/${id}`
    return atFields(lang, async () => {
      if (form.text('do') === 'register') {
        await registerCentre(ctx, { id })
        return { to, flash: t.published }
      }
      await acceptAccreditationContract(ctx, { id, version: Number(form.text('version')), agree: form.text('agree') === 'yes' })
      return { to, flash: t.accepted }
    }, {})
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const t = decisionText(lang).contract
    const { registration, centre } = view
    return (
      <>
        <CaseHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            {view.kase.step === 'refused' && <NoticeBox tone="red">{t.refusedText}</NoticeBox>}
            {view.lines.every((line) => line.outcome === null) && <NoticeBox>{t.waiting}</NoticeBox>}
            {view.may.accept && view.contract && (
              <Box title={t.acceptTitle}>
                <p><a href={`/accreditation/papers/${view.contract.paperId}`}>{t.read}</a></p>
                <Form csrf={p.csrf} requestKey={p.requestKey} version={view.kase.version}>
                  <CheckboxSingle form={p.form} name="agree" label={t.agree} />
                  <Button name="do" value="accept" icon="check">{t.accept}</Button>
                </Form>
              </Box>
            )}
            {registration && (
              <Box title={t.registrationTitle}>
                {centre?.publicFrom ? <p>{fill(t.isPublic, { date: formatDay(centre.publicFrom, lang) })}</p> : <p>{t.registrationLead}</p>}
                <Facts compact facts={REGISTRATION_ITEMS.map((item) => ({
                  term: t.items[item], value: <Tag tone={isDone(item, registration) ? 'green' : 'sun'}>{isDone(item, registration) ? t.done : t.toDo}</Tag>, note: <a href={`/${lang}${PLACES[item]}`}>{t.open}</a>,
                }))} />
                {view.may.register && (
                  <Form csrf={p.csrf} requestKey={p.requestKey} version={view.kase.version}><Button name="do" value="register" icon="eye">{t.publish}</Button></Form>
                )}
              </Box>
            )}
            <LinesBox view={view} lang={lang} />
          </div>
          <div class="t-stack"><CertificateBox view={view} lang={lang} /></div>
        </div>
      </>
    )
  },
})
