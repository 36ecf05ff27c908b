import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { callCommission, closeUnissued, decideCase, issueAccreditationCertificate, keyOf, listDecisions, readDecision, readHandOvers, sendAccreditationContract, voteOnCase, type CaseDecided, type DecisionView, type HandOvers } from '#modules/accreditation/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { Pages, paged, type Paged } from '../../paged.tsx'
import { ErrorSummary } from '../../ui/form.tsx'
import { HandOverBox, postHandOver } from '../cases/hand-over-box.tsx'
import { CommissionBox, DecideBox, VoteBox } from './commission.tsx'
import { CloseBox, ContractBox, IssueBox } from './certificate.tsx'
import { decisionText } from './decision-text.ts'
import { CaseHead, CaseTable, CertificateBox, LinesBox } from './parts.tsx'

const ROLES = ['accreditor', 'accreditation-commission'] as const

/** Cases that wait for the commission, a certificate or a contract. */
export const decisionsPage = page<Paged<CaseDecided>>({
  path: '/accreditor/decisions', action: 'accreditation.list-decisions', desk: 'accreditor', access: ROLES,
  load: async (ctx, request) => paged(await listDecisions(ctx), request),
  title: (_data, lang) => decisionText(lang).decisions.title,
  layout: ({ data }) => ({ counts: data.total > 0 ? { '/accreditor/decisions': data.total } : {} }),
  view: ({ lang, data }) => {
    const t = decisionText(lang).decisions
    return (
      <>
        <div class="t-inhead"><h1>{t.title}</h1></div>
        <p class="t-quiet">{t.lead}</p>
        <CaseTable rows={data.rows} lang={lang} base="/accreditor/decisions" caption={t.title} empty={t.empty} emptyText={t.emptyText} />
        <Pages of={data} lang={lang} path="/accreditor/decisions" />
      </>
    )
  },
})

/** One case: call the commission, vote, declare, issue, send the contract; each form is shown to whom it belongs. */
export const decisionPage = page<{ view: DecisionView; handOvers: HandOvers }>({
  path: '/accreditor/decisions/:id', action: 'accreditation.read', desk: 'accreditor', access: ROLES, files: true,
  load: async (ctx, { params }) => ({ view: await readDecision(ctx, params['id'] ?? ''), handOvers: await readHandOvers(ctx, params['id'] ?? '') }),
  title: ({ view }) => view.kase.number ?? '',
  layout: ({ lang }) => ({ back: { href: `/${lang}/accreditor/decisions`, text: decisionText(lang).decisions.title } }),
  async post(ctx, { lang, params, form }) {
    const [id, version, t] = [params['id'] ?? '', Number(form.text('version')), decisionText(lang)]
    const to = `/${lang}/accreditor/decisions/${id}`
    return postHandOver(ctx, lang, id, form, to) ?? atFields(lang, async () => {
      switch (form.text('do')) {
        case 'call':
          await callCommission(ctx, { id, version, members: form.list('members'), chair: form.text('chair') })
          return { to, flash: t.commission.called }
        case 'vote': {
          const { lines } = await readDecision(ctx, id)
          await voteOnCase(ctx, { id, ballot: lines.map((line, n) => ({ professionCode: line.professionCode, level: line.level, choice: form.text(`choice-${n}`), note: form.text(`note-${n}`) })) })
          return { to, flash: t.commission.votedFlash }
        }
        case 'decide': {
          const { lines } = await readDecision(ctx, id)
          await decideCase(ctx, { id, version, reasons: new Map(lines.map((line, n) => [keyOf(line), form.text(`reasons-${n}`)])) })
          return { to, flash: t.commission.decided }
        }
        case 'close':
          await closeUnissued(ctx, { id, version })
          return { to, flash: t.certificate.closed }
        case 'send':
          await sendAccreditationContract(ctx, { id, version })
          return { to, flash: t.certificate.sent }
        default: {
          const contacts = { addressKk: form.text('addressKk'), addressRu: form.text('addressRu'), phone: form.text('phone'), email: form.text('email'), hoursKk: form.text('hoursKk'), hoursRu: form.text('hoursRu') }
          const { number } = await issueAccreditationCertificate(ctx, { id, version, representative: form.text('representative'), ...contacts })
          return { to, flash: fill(t.certificate.issued, { number }) }
        }
      }
    }, { 'certificate.representative-missing': 'representative', 'commission.chair-missing': 'chair', 'commission.too-small': 'members', 'commission.stranger': 'members', 'commission.took-part': 'members', 'commission.of-applicant': 'members' })
  },
  view: (p) => {
    const { lang, data: { view } } = p
    return (
      <>
        <CaseHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            <LinesBox view={view} lang={lang} />
            {view.may.vote && <VoteBox {...p} />}
            {view.may.decide && !view.may.vote && <DecideBox {...p} />}
            {view.may.close ? <CloseBox {...p} /> : view.may.issue && <IssueBox {...p} />}
            {view.may.send && <ContractBox {...p} />}
            <HandOverBox p={p} handOvers={p.data.handOvers} version={view.kase.version} />
          </div>
          <div class="t-stack"><CommissionBox {...p} /><CertificateBox view={view} lang={lang} /></div>
        </div>
      </>
    )
  },
})
