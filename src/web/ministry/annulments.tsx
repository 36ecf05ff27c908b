import { formatMoment, personName } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { decideAnnulment, listOpenAnnulments, type WaitingAnnulment } from '#modules/recognition-documents/index.ts'
import { messages } from '#modules/recognition-documents/messages/index.ts'
import { Empty } from '../ui/empty.tsx'
import { Button, ButtonRow, ErrorSummary, Form } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'

/** Proposals of annulment that wait for a second person; a centre with one head has nobody else. */
export const annulmentsPage = page<{ waiting: WaitingAnnulment[] }>({
  path: '/ministry/annulments', action: 'annulment.list', desk: 'ministry', access: ['ministry', 'national-body'],
  load: async (ctx) => ({ waiting: await listOpenAnnulments(ctx) }),
  title: (_data, lang) => messages[lang].page.annulments.title,
  layout: ({ data }) => ({ counts: data.waiting.length > 0 ? { '/ministry/annulments': data.waiting.length } : {} }),
  async post(ctx, { lang, form }) {
    await decideAnnulment(ctx, { documentNumber: form.text('document'), approve: form.text('do') === 'approve' })
    return { to: `/${lang}/ministry/annulments`, flash: messages[lang].page.decided }
  },
  view: (p) => {
    const { lang, data: { waiting } } = p
    const words = messages[lang].page
    const text = words.annulments
    const grounds: Readonly<Record<string, string>> = messages[lang].annulmentGrounds
    return (
      <>
        <div class="t-inhead"><h1>{text.title}</h1></div>
        <p class="t-quiet">{text.lead}</p>
        <ErrorSummary form={p.form} />
        <Table caption={text.title} captionHidden columns={[text.columns.document, text.columns.holder, text.columns.centre, text.columns.ground, text.columns.proposed, text.columns.decide].map((title) => ({ title }))}
          empty={<Empty title={text.empty} icon="ban">{text.emptyText}</Empty>}
          rows={waiting.map((each) => ({
            key: each.number,
            cells: [
              <span class="t-links"><a class="t-num t-nowrap" href={`/${lang}/verify/${each.number}`}>{each.number}</a><a class="t-num t-nowrap" href={`/${lang}/centre/cases/${each.caseNumber}`}>{each.caseNumber}</a></span>,
              <b>{personName({ surname: each.holderSurname, givenName: each.holderGivenName, patronymic: each.holderPatronymic }, lang, 'full')}</b>,
              each.centre[lang], <>{grounds[each.ground] ?? each.ground}<br /><span class="t-quiet">{each.note}</span></>, <>{each.proposer}<br />{formatMoment(each.proposedAt, lang)}</>,
              each.own ? text.own : (
                <Form csrf={p.csrf} requestKey={p.requestKey} values={{ document: each.number }}>
                  <ButtonRow><Button kind="warning" name="do" value="approve" icon="ban">{words.approve}</Button><Button kind="secondary" name="do" value="reject">{words.reject}</Button></ButtonRow>
                </Form>
              ),
            ],
          }))} />
      </>
    )
  },
})
