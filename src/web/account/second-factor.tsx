import { renderSVG } from 'uqr'
import { page } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, secondFactorOf, type SecondFactor } from '#modules/people/index.ts'
import { Button, ButtonRow, ErrorSummary, fieldValues, Form, PasswordField, TextField } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { accountText } from './account-text.ts'
import { passwordOf } from './sign-in.tsx'

export const secondFactorPage = page<SecondFactor>({
  path: '/account/security/second-factor', action: 'account.change-own', desk: 'candidate', access: 'signed-in',
  load: (ctx) => secondFactorOf(ctx),
  title: (_data, lang) => accountText(lang).factor.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/account/security` } }),
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = accountText(lang).factor
    const codes = fieldValues(form, 'recoveryCodes')
    if (data.state === 'on' && codes.length > 0) {
      return (
        <div class="t-stack">
          <h1>{text.codesTitle}</h1>
          <NoticeBox tone="sun">{text.codesText}</NoticeBox>
          <ul class="t-num">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
          <p><Button href={`/${lang}/account/security`}>{text.saved}</Button></p>
        </div>
      )
    }
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        {data.state === 'off' && (
          <>
            <p class="t-lead">{text.lead}</p>
            <Form csrf={csrf} requestKey={requestKey}><ButtonRow><Button name="do" value="begin">{text.begin}</Button></ButtonRow></Form>
          </>
        )}
        {data.state === 'begun' && (
          <>
            <p class="t-lead">{text.lead}</p>
            <p>{text.scan}</p>
            <p><img src={`data:image/svg+xml,${encodeURIComponent(renderSVG(data.address, { pixelSize: 5 }))}`} alt={text.scanAlt} width={240} height={240} /></p>
            <p>{text.secret}: <code class="t-num">{data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
            <Form csrf={csrf} requestKey={requestKey}>
              <TextField form={form} name="oneTimeCode" label={text.code} width="8" figures inputMode="numeric" autocomplete="one-time-code" />
              <ButtonRow><Button name="do" value="confirm">{text.confirm}</Button><Button name="do" value="begin" kind="secondary">{text.again}</Button></ButtonRow>
            </Form>
          </>
        )}
        {data.state === 'on' && (
          <>
            <p>{text.on} {fill(accountText(lang).security.factorOn, { at: formatMoment(data.since, lang) })}</p>
            <p>{fill(text.left, { count: data.codesLeft })}</p>
            <Form csrf={csrf} requestKey={requestKey}>
              {data.hasPassword && <PasswordField form={form} name="currentPassword" label={text.removePassword} />}
              <ButtonRow><Button name="do" value="remove" kind="warning">{text.remove}</Button></ButtonRow>
            </Form>
          </>
        )}
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const here = `/${lang}/account/security/second-factor`
    if (form.text('do') === 'begin') {
      await beginSecondFactor(ctx)
      return { to: here }
    }
    if (form.text('do') === 'remove') {
      await removeSecondFactor(ctx, passwordOf(form.values['currentPassword']))
      return { to: `/${lang}/account/security`, flash: accountText(lang).factor.removed }
    }
    const codes = await confirmSecondFactor(ctx, form.text('oneTimeCode'))
    return { errors: [], values: { recoveryCodes: codes }, status: 200 }
  },
})
