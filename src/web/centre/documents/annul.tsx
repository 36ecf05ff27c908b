import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { decideAnnulment, proposeAnnulment, readResult } from '#modules/recognition-documents/index.ts'
import { messages } from '#modules/recognition-documents/messages/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, ButtonRow, ErrorSummary, Form, SelectField, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { officeOf } from '../office.ts'
import { ResultHead } from './head.tsx'
import type { ResultData } from './result.tsx'

/** Annulment by two people with a ground: one proposes, another decides. */
export const annulPage = page<ResultData>({
  path: '/centre/cases/:number/annul', action: 'annulment.propose', desk: 'centre', access: ['centre-head'],
  async load(ctx, request) {
    const view = await readResult(ctx, request.params['number']!)
    return { view, office: await officeOf(ctx, view.centreId) }
  },
  title: ({ view }, lang) => `${messages[lang].page.annulTitle} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.view.number}`, text: messages[lang].page.back } }),
  async post(ctx, { lang, params, form }) {
    const words = messages[lang].page
    const documentNumber = form.text('document')
    const to = `/${lang}/centre/cases/${params['number']!}`
    if (form.text('do') === 'propose') {
      await proposeAnnulment(ctx, { documentNumber, ground: form.text('ground'), note: form.text('note') })
      return { to, flash: words.proposed }
    }
    await decideAnnulment(ctx, { documentNumber, approve: form.text('do') === 'approve' })
    return { to, flash: words.decided }
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const words = messages[lang].page
    const grounds = messages[lang].annulmentGrounds
    return (
      <div class="t-stack">
        <ResultHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        {!view.document ? <NoticeBox tone="sun">{words.noDocument}</NoticeBox> : (
          <Box title={words.annulTitle}>
            {view.document.annulledOn !== null && <NoticeBox tone="red">{words.statuses.annulled}</NoticeBox>}
            {view.annulment && <NoticeBox tone="sun">{fill(words.pending, { ground: grounds[view.annulment.ground as 'forged-papers'] ?? view.annulment.ground, note: view.annulment.note })}</NoticeBox>}
            <Form csrf={p.csrf} requestKey={p.requestKey} values={{ document: view.document.number }}>
              {view.annulment ? !view.annulment.own && (
                <ButtonRow><Button kind="warning" name="do" value="approve" icon="ban">{words.approve}</Button><Button kind="secondary" name="do" value="reject">{words.reject}</Button></ButtonRow>
              ) : view.document.annulledOn === null && (
                <>
                  <SelectField form={p.form} name="ground" label={words.ground} options={view.annulmentGrounds.map((ground) => ({ value: ground, label: grounds[ground] }))} />
                  <TextArea form={p.form} name="note" label={words.note} rows={3} />
                  <Button kind="warning" name="do" value="propose" icon="ban">{words.propose}</Button>
                </>
              )}
            </Form>
          </Box>
        )}
      </div>
    )
  },
})
