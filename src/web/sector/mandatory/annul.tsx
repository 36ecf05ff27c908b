import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { annulOutcome, readOutcomeFile, type OutcomeFile } from '#modules/mandatory-outcomes/index.ts'
import { readDay } from '../../account/read-day.ts'
import { Button, DateFields, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { sectorText } from '../sector-text.ts'
import { partsOf, versionIn } from './parts.tsx'

/** A document is annulled from a day and with a reason; the check says so at once. */
export const annulPage = page<OutcomeFile>({
  path: '/sector/mandatory/:id/annul', action: 'mandatory-outcome.annul', desk: 'sector', access: ['sector-officer'],
  load: (ctx, { params }) => readOutcomeFile(ctx, params['id'] ?? ''),
  title: (_data, lang) => sectorText(lang).outcome.annulTitle,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/sector/mandatory/${data.outcome.outcomeId}`, text: fill(sectorText(lang).outcome.title, { number: data.outcome.number }) } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = sectorText(lang).outcome
    const { outcome } = data
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.annulTitle}: <span class="t-num">{outcome.number}</span></h1>
        <p>{t.annulLead}</p>
        {outcome.annulledOn ? <NoticeBox>{t.annulledAlready}</NoticeBox> : (
          <Form csrf={csrf} requestKey={requestKey} version={outcome.versionNo}>
            <DateFields form={form} name="annulled_on" label={t.annulledFrom} value={partsOf(data.today)} />
            <TextArea form={form} name="reason" label={t.reasonOfAnnulment} hint={t.annulHint} rows={2} maxLength={500} />
            <Button icon="ban">{t.doAnnul}</Button>
          </Form>
        )}
      </div>
    )
  },
  async post(ctx, { params, form, lang }) {
    const id = params['id'] ?? ''
    await annulOutcome(ctx, { id, version: versionIn(form), annulledOn: readDay(form, 'annulled_on'), reason: form.text('reason').slice(0, 500) })
    return { to: `/${lang}/sector/mandatory/${id}`, flash: sectorText(lang).outcome.annulled }
  },
})
