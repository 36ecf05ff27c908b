import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { correctOutcome, listOwnMandatory, readOutcomeFile, type OutcomeFile } from '#modules/mandatory-outcomes/index.ts'
import type { Profession } from '#modules/professions/index.ts'
import { Button, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { sectorText } from '../sector-text.ts'
import { OutcomeFields, typedIn, versionIn } from './parts.tsx'

/** An entry is corrected with its reason; the one before stays. */
export const correctPage = page<OutcomeFile & { professions: Profession[] }>({
  path: '/sector/mandatory/:id/correct', action: 'mandatory-outcome.correct', desk: 'sector', access: ['sector-officer'],
  load: async (ctx, { params }) => ({ ...(await readOutcomeFile(ctx, params['id'] ?? '')), professions: await listOwnMandatory(ctx) }),
  title: (_data, lang) => sectorText(lang).outcome.correctTitle,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/sector/mandatory/${data.outcome.outcomeId}`, text: fill(sectorText(lang).outcome.title, { number: data.outcome.number }) } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = sectorText(lang).outcome
    const { outcome } = data
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.correctTitle}: <span class="t-num">{outcome.number}</span></h1>
        <p>{t.correctLead}</p>
        {outcome.annulledOn ? <NoticeBox>{t.annulledAlready}</NoticeBox> : (
          <Form csrf={csrf} requestKey={requestKey} version={outcome.versionNo}>
            <OutcomeFields form={form} professions={data.professions} lang={lang} before={outcome} />
            <TextArea form={form} name="reason" label={t.reasonOfCorrection} hint={t.reasonHint} rows={2} maxLength={500} />
            <Button icon="save">{t.save}</Button>
          </Form>
        )}
      </div>
    )
  },
  async post(ctx, { params, form, lang }) {
    const { number: _number, ...typed } = typedIn(form)
    const id = params['id'] ?? ''
    await correctOutcome(ctx, { id, version: versionIn(form), typed, reason: form.text('reason').slice(0, 500) })
    return { to: `/${lang}/sector/mandatory/${id}`, flash: sectorText(lang).outcome.corrected }
  },
})
