import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTenge, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { CONSENT_SCOPES, getReferral, withdrawReferral, type Employer, type ReferralShown } from '#modules/employers/index.ts'
import { caseText } from '../case/case-text.ts'
import { Box } from '../ui/card.tsx'
import { Facts } from '../ui/facts.tsx'
import { Button, ErrorSummary, Form, TextArea } from '../ui/form.tsx'
import { Tag } from '../ui/tag.tsx'
import { employerText } from './employer-text.ts'
import { StateOfReferral } from './list.tsx'

/** One referral: what was sent, its code, what the worker allows, and what that lets the employer see. */
export const referralPage = page<{ employer: Employer; referral: ReferralShown; code: string }>({
  path: '/employer/referrals/:id', action: 'referral.read', desk: 'employer', access: ['employer-representative'],
  load: (ctx, { params }) => getReferral(ctx, params['id'] ?? ''),
  title: ({ referral }, lang) => fill(employerText(lang).one.title, { number: referral.number }),
  layout: ({ lang }) => ({ back: { href: `/${lang}/employer`, text: employerText(lang).list.title } }),
  view: ({ data: { employer, referral, code }, lang, form, csrf, requestKey }) => {
    const { one: t, list } = employerText(lang)
    const day = (moment: string) => formatDay(legalDay(moment as Moment), lang)
    const open = referral.state === 'sent'
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{fill(t.title, { number: referral.number })}</h1>
        <p><StateOfReferral state={referral.state} lang={lang} /> <span class="t-quiet">{inLanguage(employer.name, lang)}</span></p>
        <Facts facts={[
          { term: t.worker, value: personName(referral, lang, 'full') }, { term: t.iin, value: <span class="t-num">•••• •••• {referral.iinLastFour}</span> },
          { term: t.qualification, value: `${inLanguage(referral.profession.name, lang)}, ${fill(list.level, { level: referral.level })}` },
          { term: t.centre, value: referral.centre ? inLanguage(referral.centre.name, lang) : t.anyCentre },
          { term: t.pay, value: !referral.pays ? t.notPays : referral.payLimit ? fill(t.paysLimit, { limit: formatTenge(referral.payLimit, lang) }) : t.pays },
          { term: t.sent, value: day(referral.sentAt) }, { term: t.until, value: formatDay(referral.validUntil as Day, lang) },
          ...(referral.endedAt ? [{ term: t.ended, value: day(referral.endedAt) }] : []),
          ...(referral.withdrawalGround ? [{ term: t.ground, value: referral.withdrawalGround === 'expired' ? t.expiredGround : referral.withdrawalGround }] : []),
        ]} />
        {open && <Box title={t.code}><p class="t-code t-num">{code}</p><p>{t.codeText}</p></Box>}
        {referral.state === 'taken' && (
          <>
            <h2>{t.consents}</h2>
            <Facts facts={CONSENT_SCOPES.map((scope) => ({ term: t[scope], value: referral.consents.includes(scope) ? <Tag tone="green">{t.given}</Tag> : <Tag>{t.notGiven}</Tag> }))} />
            <h2>{t.roadTitle}</h2>
            {!referral.road && <p>{t.roadNo}</p>}
            {referral.road && (
              <Facts facts={[
                { term: t.opened, value: formatDay(referral.road.openedOn as Day, lang) },
                { term: t.step, value: caseText(lang).steps[referral.road.step as keyof ReturnType<typeof caseText>['steps']] ?? '—' },
                ...(referral.road.closed ? [{ term: t.closed, value: '✓' }] : referral.road.dueOn ? [{ term: t.due, value: formatDay(referral.road.dueOn as Day, lang) }] : []),
              ]} />
            )}
          </>
        )}
        {(open || referral.state === 'expired') && (
          <Form csrf={csrf} requestKey={requestKey}>
            <TextArea form={form} name="ground" label={t.withdrawGround} rows={2} maxLength={500} />
            <Button kind="warning" icon="ban">{t.withdraw}</Button>
          </Form>
        )}
      </div>
    )
  },
  async post(ctx, { params, form, lang }) {
    const id = params['id'] ?? ''
    await withdrawReferral(ctx, { id, ground: form.text('ground') })
    return { to: `/${lang}/employer/referrals/${id}`, flash: employerText(lang).one.withdrawn }
  },
})
