import type { Day } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listOwnReferrals, openReferral, type OwnReferral } from '#modules/employers/index.ts'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, ErrorSummary, Form, TextField } from '../../ui/form.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { referralsText } from './referrals-text.ts'

/** One's own referrals, and the way to open one by its code. */
export const ownReferralsPage = page<OwnReferral[]>({
  path: '/account/referrals', action: 'referral.list-own', desk: 'candidate', access: 'signed-in',
  load: (ctx) => listOwnReferrals(ctx),
  title: (_data, lang) => referralsText(lang).title,
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = referralsText(lang)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {data.length === 0 && <Empty title={t.empty} icon="send">{t.emptyText}</Empty>}
        {data.map((each) => <ReferralCard key={each.id} referral={each} lang={lang} />)}
        <h2>{t.open}</h2>
        <Form csrf={csrf} requestKey={requestKey}>
          <TextField form={form} name="code" label={t.code} hint={t.codeHint} width="20" maxLength={30} autocomplete="off" figures />
          <Button kind="secondary">{t.openIt}</Button>
        </Form>
        <p><a href={`/${lang}/account/employers`}>{t.seeing.link}</a></p>
        <p><a href={`/${lang}/account/employer-desk`}>{t.askDesk}</a></p>
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    return { to: `/${lang}/account/referrals/${await openReferral(ctx, form.text('code'))}` }
  },
})

function ReferralCard({ referral, lang }: { readonly referral: OwnReferral; readonly lang: Language }) {
  const t = referralsText(lang)
  const waits = referral.state === 'sent'
  return (
    <Card title={<a href={`/${lang}/account/referrals/${referral.id}`}>{inLanguage(referral.profession.name, lang)}</a>} accent={waits}>
      <Tags>
        <Tag><span class="t-nowrap">{fill(t.level, { level: referral.level })}</span></Tag>
        <Tag tone={waits ? 'sun' : 'plain'}>{t.states[referral.state]}</Tag>
        {referral.pays && <Tag tone="green">{t.pays}</Tag>}
      </Tags>
      <p class="t-small t-quiet">{inLanguage(referral.employer.name, lang)} · {t.until}: {formatDay(referral.validUntil as Day, lang)}</p>
    </Card>
  )
}
