import { page } from '#platform/http/page.ts'
import { PASSPORT_TEXTS, REQUIRED_PASSPORT, savePassport, type BasisText, type PassportText } from '#modules/standards/index.ts'
import { revisionOf } from '../../../centre/settings/desk-facts.ts'
import { STANDARDS } from '../../../public/standards/standards-texts.ts'
import { Button, ButtonRow, Form } from '../../../ui/form.tsx'
import { SECTOR } from '../desk.ts'
import { openDraft, Refused, seenRevision, treeAddress, Way, type Draft } from './draft.tsx'
import { pairOf, TextPair } from './node-fields.tsx'
import { TREE } from './tree-text.ts'

/** The passport and the general part of a draft. */
export const passportPage = page<Draft>({
  path: `${SECTOR.base}/:id/passport`, action: 'basis.write', desk: 'sector', access: SECTOR.access,
  load: (ctx, { params }) => openDraft(ctx, params['id']),
  title: (_data, lang) => TREE[lang].passportTitle,
  layout: ({ data: { version }, lang }) => ({ back: { href: treeAddress(lang, version.id), text: TREE[lang].title } }),
  async post(ctx, { form, params, lang }) {
    const versionId = params['id'] ?? ''
    const passport = Object.fromEntries(PASSPORT_TEXTS.map((part) => [part, pairOf(form, part)])) as Record<PassportText, BasisText>
    await savePassport(ctx, { versionId, revision: revisionOf(form), passport })
    return { to: treeAddress(lang, versionId), flash: TREE[lang].saved }
  },
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = TREE[lang]
    const { version, content } = data
    return (
      <div class="t-stack">
        <Way draft={data} at="" lang={lang} last={t.passport} />
        <h1>{t.passportTitle}</h1>
        <Refused form={form} here={`/${lang}${SECTOR.base}/${version.id}/passport`} lang={lang} />
        <p class="t-quiet">{t.passportLead} {t.bothHint}</p>
        <Form csrf={csrf} requestKey={requestKey} version={seenRevision(form, version)}>
          {PASSPORT_TEXTS.map((part) => <TextPair key={part} name={part} label={STANDARDS[lang].passportTexts[part]} text={content.passport[part]} form={form} lang={lang} optional={!REQUIRED_PASSPORT.includes(part)} />)}
          <ButtonRow><Button icon="save">{t.save}</Button></ButtonRow>
        </Form>
      </div>
    )
  },
})
