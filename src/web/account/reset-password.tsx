import { page } from '#platform/http/page.ts'
import { isResetAlive, requestPasswordReset, resetPassword } from '#modules/people/index.ts'
import { Button, ButtonRow, EmailField, ErrorSummary, Form, PasswordField } from '../ui/form.tsx'
import { accountText } from './account-text.ts'
import { NO_SESSION } from './session-cookie.ts'
import { passwordOf } from './sign-in.tsx'

export const resetRequestPage = page<null>({
  path: '/reset-password', action: 'account.reset-password', desk: 'public', access: 'public',
  load: async () => null,
  title: (_data, lang) => accountText(lang).reset.title,
  view: ({ lang, form, csrf }) => {
    const text = accountText(lang).reset
    return (
      <div class="t-stack t-col">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        <p class="t-lead">{text.lead}</p>
        <Form csrf={csrf}>
          <EmailField form={form} name="email" label={accountText(lang).signIn.email} />
          <ButtonRow><Button>{text.submit}</Button></ButtonRow>
        </Form>
        <p class="t-quiet">{text.lost}</p>
      </div>
    )
  },
  async post(ctx, { form, lang, address }) {
    const email = form.text('email').slice(0, 320)
    if (!email.includes('@')) return { errors: [{ field: 'email', message: accountText(lang).register.emailWrong }] }
    await requestPasswordReset(ctx, { email, address })
    return { to: `/${lang}/reset-password/sent` }
  },
})

export const resetSentPage = page<null>({
  path: '/reset-password/sent', action: 'account.reset-password', desk: 'public', access: 'public',
  load: async () => null,
  title: (_data, lang) => accountText(lang).reset.sentTitle,
  view: ({ lang }) => (
    <div class="t-stack t-col">
      <h1>{accountText(lang).reset.sentTitle}</h1>
      <p class="t-lead">{accountText(lang).reset.sentText}</p>
      <p><a href={`/${lang}/sign-in`}>{accountText(lang).signIn.title}</a></p>
    </div>
  ),
})

export const resetPage = page<{ alive: boolean }>({
  path: '/reset-password/:token', action: 'account.reset-password', desk: 'public', access: 'public',
  load: async (ctx, request) => ({ alive: await isResetAlive(ctx, request.params['token'] ?? '') }),
  title: (data, lang) => (data.alive ? accountText(lang).reset.newTitle : accountText(lang).reset.deadTitle),
  view: ({ lang, data, form, csrf }) => {
    const text = accountText(lang).reset
    if (!data.alive) {
      return (
        <div class="t-stack t-col">
          <h1>{text.deadTitle}</h1>
          <p class="t-lead">{text.deadText}</p>
          <p><Button href={`/${lang}/reset-password`}>{text.title}</Button></p>
        </div>
      )
    }
    return (
      <div class="t-stack t-col">
        <ErrorSummary form={form} />
        <h1>{text.newTitle}</h1>
        <Form csrf={csrf}>
          <PasswordField form={form} name="newPassword" label={text.newPassword} hint={accountText(lang).register.passwordHint} fresh />
          <ButtonRow><Button>{text.newSubmit}</Button></ButtonRow>
        </Form>
      </div>
    )
  },
  async post(ctx, { form, lang, address, params }) {
    await resetPassword(ctx, { token: params['token'] ?? '', fresh: passwordOf(form.values['newPassword']), address })
    return { to: `/${lang}/sign-in`, flash: accountText(lang).reset.done, cookies: [NO_SESSION] }
  },
})
