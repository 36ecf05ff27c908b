import { hasRole } from '#platform/acts/actor.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { answerAgreement, listAgreements, readDecision, type AgreementListed, type DecisionView } from '#modules/accreditation/index.ts'
import { decisionText } from '../accreditor/decision/decision-text.ts'
import { CaseHead, CaseTable, LinesBox } from '../accreditor/decision/parts.tsx'
import { atFields } from '../appeals/field-errors.ts'
import { Pages, paged, type Paged } from '../paged.tsx'
import { Box } from '../ui/card.tsx'
import { Facts } from '../ui/facts.tsx'
import { Button, ErrorSummary, Form, Radios, TextArea } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { IconLinks } from '../ui/ticket.tsx'

const ROLES = ['ministry', 'national-body'] as const

/** Accreditation cases that wait for the agreement of the authorised body. */
export const agreementsPage = page<Paged<AgreementListed>>({
  path: '/ministry/agreements', action: 'accreditation.list-agreements', desk: 'ministry', access: ROLES,
  load: async (ctx, request) => paged(await listAgreements(ctx), request),
  title: (_data, lang) => decisionText(lang).agreements.title,
  layout: ({ data }) => ({ counts: data.total > 0 ? { '/ministry/agreements': data.total } : {} }),
  view: ({ lang, data }) => {
    const t = decisionText(lang).agreements
    return (
      <>
        <div class="t-inhead"><h1>{t.title}</h1></div>
        <p class="t-quiet">{t.lead}</p>
        <CaseTable rows={data.rows} lang={lang} base="/ministry/agreements" caption={t.title} empty={t.empty} emptyText={t.emptyText}
          more={{ title: t.term, cell: ({ dueOn }) => (dueOn ? formatDay(dueOn, lang, 'numeric') : t.notSet) }} />
        <Pages of={data} lang={lang} path="/ministry/agreements" />
      </>
    )
  },
})

/** One case: agree or object, profession by profession. */
export const agreementPage = page<{ view: DecisionView; ministry: boolean }>({
  path: '/ministry/agreements/:id', action: 'accreditation.read', desk: 'ministry', access: ROLES,
  load: async (ctx, { params }) => ({ view: await readDecision(ctx, params['id'] ?? ''), ministry: hasRole(ctx.actor, 'ministry') }),
  title: ({ view }) => view.kase.number ?? '',
  layout: ({ lang }) => ({ back: { href: `/${lang}/ministry/agreements`, text: decisionText(lang).agreements.title } }),
  async post(ctx, { lang, params, form }) {
    const id = params['id'] ?? ''
    const { lines } = await readDecision(ctx, id)
    return atFields(lang, async () => {
      await answerAgreement(ctx, { id, version: Number(form.text('version')), answers: lines.map((line, n) => ({ professionCode: line.professionCode, level: line.level, answer: form.text(`answer-${n}`), grounds: form.text(`grounds-${n}`) })) })
      return { to: `/${lang}/ministry/agreements`, flash: decisionText(lang).agreements.sent }
    }, {})
  },
  view: (p) => {
    const { lang, data: { view, ministry } } = p
    const t = decisionText(lang).agreements
    const { dueOn, silence } = view.agreement
    return (
      <>
        <CaseHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            <IconLinks links={[{ href: `/${lang}/accreditor/cases/${view.kase.id}`, text: t.openCase, icon: 'file' }]} />
            {view.may.answer ? (
              <Box title={t.title}>
                <Form csrf={p.csrf} requestKey={p.requestKey} version={view.kase.version}>
                  {view.lines.map((line, n) => (
                    <div key={n}>
                      <Radios form={p.form} name={`answer-${n}`} label={fill(t.line, { name: line.name[lang], code: line.professionCode, level: line.level })} inline options={[{ value: 'agrees', label: t.agrees }, { value: 'objects', label: t.objects }]} />
                      <TextArea form={p.form} name={`grounds-${n}`} label={t.grounds} hint={t.groundsHint} rows={2} />
                    </div>
                  ))}
                  <Button icon="stamp">{t.send}</Button>
                </Form>
              </Box>
            ) : <NoticeBox>{view.kase.step === 'awaiting-agreement' && !ministry ? t.onlyMinistry : t.answered}</NoticeBox>}
            <LinesBox view={view} lang={lang} />
          </div>
          <div class="t-stack">
            <Box title={t.term}><Facts compact facts={[
              { term: t.term, value: dueOn ? formatDay(dueOn, lang) : t.notSet }, { term: t.silence, value: silence && dueOn ? t.silenceMeans[silence] : t.nothing },
            ]} /></Box>
          </div>
        </div>
      </>
    )
  },
})
