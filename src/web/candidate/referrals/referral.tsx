import type { Day } from '#kernel/day.ts'
import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { beginFromReferral } from '#modules/applications/index.ts'
import { CONSENT_SCOPES, declineReferral, getOwnReferral, giveConsent, type OwnReferral } from '#modules/employers/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, ErrorSummary, Form } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { referralsText } from './referrals-text.ts'

/** One referral: who sends, for what, who pays; taking it up, declining it, and what the employer may see. */
export const ownReferralPage = page<OwnReferral>({
  path: '/account/referrals/:id', action: 'referral.list-own', desk: 'candidate', access: 'signed-in',
  load: (ctx, { params }) => getOwnReferral(ctx, params['id'] ?? ''),
  title: ({ profession }, lang) => `${referralsText(lang).paper}: ${inLanguage(profession.name, lang)}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/account/referrals`, text: referralsText(lang).title } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = referralsText(lang)
    const open = data.state === 'sent'
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{inLanguage(data.profession.name, lang)}</h1>
        <p><Tag tone={open ? 'sun' : 'plain'}>{t.states[data.state]}</Tag></p>
        <Facts facts={[
          { term: t.from, value: inLanguage(data.employer.name, lang) }, ...(data.employer.bin ? [{ term: t.bin, value: <span class="t-num">{data.employer.bin}</span> }] : []),
          { term: t.paper, value: fill(t.number, { number: data.number, date: formatDay(data.referredOn as Day, lang) }) },
          { term: t.qualification, value: `${inLanguage(data.profession.name, lang)}, ${fill(t.level, { level: data.level })}` },
          { term: t.centre, value: data.centre ? inLanguage(data.centre.name, lang) : t.anyCentre },
          { term: t.pay, value: !data.pays ? t.notPays : data.payLimit ? fill(t.paysLimit, { limit: formatTenge(data.payLimit, lang) }) : t.pays },
          { term: t.until, value: formatDay(data.validUntil as Day, lang) },
        ]} />
        {open && (
          <Form csrf={csrf} requestKey={requestKey}>
            <ButtonRow stacked>
              <Button name="do" value="begin" iconAfter="arrow-right">{t.begin}</Button>
              <Button name="do" value="decline" kind="secondary">{t.decline}</Button>
            </ButtonRow>
            <p class="t-small t-quiet">{t.declineText}</p>
          </Form>
        )}
        {(open || data.state === 'taken') && (
          <>
            <h2>{t.consents}</h2>
            <p>{t.consentsText}</p>
            {CONSENT_SCOPES.map((scope) => {
              const given = data.consents.includes(scope)
              return (
                <Box key={scope} title={t[scope]} tag={<Tag tone={given ? 'green' : 'plain'}>{given ? t.allowed : t.notAllowed}</Tag>}>
                  <p>{t[`${scope}Text`]}</p>
                  <Form csrf={csrf} requestKey={`${requestKey}-${scope}`}><Button kind="secondary" name="do" value={`${given ? 'take-back' : 'allow'}:${scope}`} more={t[scope]}>{given ? t.takeBack : t.allow}</Button></Form>
                </Box>
              )
            })}
          </>
        )}
      </div>
    )
  },
  async post(ctx, { params, form, lang }) {
    const t = referralsText(lang)
    const id = params['id'] ?? ''
    const here = `/${lang}/account/referrals/${id}`
    const act = form.text('do')
    if (act === 'begin') {
      const code = await beginFromReferral(ctx, id)
      return { to: `/${lang}/apply/${code}/place` }
    }
    if (act === 'decline') {
      await declineReferral(ctx, id)
      return { to: here, flash: t.declined }
    }
    const [what, scope] = act.split(':')
    const given = what === 'allow'
    await giveConsent(ctx, { id, scope: scope ?? '', given })
    return { to: here, flash: given ? t.gave : t.tookBack }
  },
})
