import { page } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { askForEmail, confirmEmail, isEmailChangeAlive, ownEmail, type OwnEmail } from '#modules/people/index.ts'
import { Facts } from '../ui/facts.tsx'
import { Button, ButtonRow, EmailField, ErrorSummary, Form, PasswordField, TextField } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { accountText } from './account-text.ts'
import { ownSessionId } from './security.tsx'
import { passwordOf } from './sign-in.tsx'

/** Asks for another address of one's own account. The words are the same whoever has the address. */
export const changeEmailPage = page<OwnEmail>({
  path: '/account/security/email', action: 'account.change-own', desk: 'candidate', access: 'signed-in',
  load: (ctx) => ownEmail(ctx),
  title: (_data, lang) => accountText(lang).email.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/account/security` } }),
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = accountText(lang).email
    return (
      <div class="t-stack t-col">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        <p class="t-lead">{text.lead}</p>
        {data.waiting && <NoticeBox>{fill(text.waiting, { email: data.waiting.email, until: formatMoment(data.waiting.until, lang) })}</NoticeBox>}
        <Facts compact facts={[{ term: text.now, value: data.email }]} />
        <Form csrf={csrf} requestKey={requestKey}>
          <EmailField form={form} name="email" label={text.fresh} />
          {data.hasPassword && <PasswordField form={form} name="currentPassword" label={accountText(lang).security.current} />}
          {data.hasSecondFactor && <TextField form={form} name="oneTimeCode" label={text.code} hint={text.codeHint} width="12" figures autocomplete="one-time-code" spellcheck={false} />}
          <ButtonRow><Button>{text.submit}</Button></ButtonRow>
        </Form>
        <p class="t-quiet">{accountText(lang).reset.lost}</p>
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    await askForEmail(ctx, { email: form.text('email').slice(0, 320), current: passwordOf(form.values['currentPassword']), code: form.text('oneTimeCode').slice(0, 100) })
    return { to: `/${lang}/account/security/email`, flash: accountText(lang).email.asked }
  },
})

/** Where the link in the letter leads: a program that only looks at links changes nothing, a press does. */
export const confirmEmailPage = page<{ alive: boolean }>({
  path: '/confirm-email/:token', action: 'account.confirm-email', desk: 'public', access: 'public',
  load: async (ctx, request) => ({ alive: await isEmailChangeAlive(ctx, request.params['token'] ?? '') }),
  title: (data, lang) => (data.alive ? accountText(lang).email.confirmTitle : accountText(lang).reset.deadTitle),
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = accountText(lang).email
    if (!data.alive) {
      return (
        <div class="t-stack t-col">
          <h1>{accountText(lang).reset.deadTitle}</h1>
          <p class="t-lead">{text.deadText}</p>
          <p><Button href={`/${lang}/account/security/email`}>{text.title}</Button></p>
        </div>
      )
    }
    return (
      <div class="t-stack t-col">
        <ErrorSummary form={form} />
        <h1>{text.confirmTitle}</h1>
        <p class="t-lead">{text.confirmLead}</p>
        <p>{text.notYou}</p>
        <Form csrf={csrf} requestKey={requestKey}>
          <ButtonRow><Button>{text.confirm}</Button></ButtonRow>
        </Form>
      </div>
    )
  },
  async post(ctx, request) {
    const { lang, address, params } = request
    const accountId = await confirmEmail(ctx, { token: params['token'] ?? '', address, keepSessionId: await ownSessionId(ctx, request) })
    const own = ctx.actor.kind === 'person' && ctx.actor.accountId === accountId
    return own ? { to: `/${lang}/account/security`, flash: accountText(lang).email.done } : { to: `/${lang}/sign-in`, flash: accountText(lang).email.doneElsewhere }
  },
})
