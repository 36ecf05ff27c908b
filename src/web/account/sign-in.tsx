import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { personActor, signInWithPassword } from '#modules/people/index.ts'
import { homePathOf } from '../desks.ts'
import { Button, ButtonRow, EmailField, ErrorSummary, Form, PasswordField } from '../ui/form.tsx'
import { accountText } from './account-text.ts'
import { safeNext, sessionCookie } from './session-cookie.ts'

export const PENDING_COOKIE = 'tanu-pending'

export const signInPage = page<{ next: string | undefined }>({
  path: '/sign-in', action: 'account.sign-in', desk: 'public', access: 'public',
  load: async (_ctx, request) => ({ next: safeNext(request.query.get('next')) }),
  title: (_data, lang) => accountText(lang).signIn.title,
  view: ({ lang, data, form, csrf, ctx }) => {
    const text = accountText(lang).signIn
    return (
      <div class="t-stack t-col">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        {ctx.actor.kind === 'person' && <p>{fill(text.already, { name: ctx.actor.name })} <a href={`/${lang}${homePathOf(ctx.actor)}`}>{text.goOn}</a></p>}
        {ctx.demo && <p><Button href={`/${lang}/demo`} kind="secondary" icon="users">{text.demo}</Button></p>}
        <Form csrf={csrf} values={{ next: data.next }}>
          <EmailField form={form} name="email" label={text.email} autocomplete="username" />
          <PasswordField form={form} name="password" label={text.password} />
          <ButtonRow><Button>{text.submit}</Button></ButtonRow>
        </Form>
        <p><a href={`/${lang}/reset-password`}>{text.forgot}</a></p>
        <p>{text.noAccount} <a href={`/${lang}/register`}>{text.register}</a></p>
      </div>
    )
  },
  async post(ctx, request) {
    const { form, lang } = request
    const answer = await signInWithPassword(ctx, { email: form.text('email').slice(0, 320), password: passwordOf(form.values['password']), address: request.address, device: request.userAgent })
    const next = safeNext(form.text('next') || null)
    if (answer.kind === 'refused') return { errors: [{ field: 'email', message: accountText(lang).signIn.refused }] }
    if (answer.kind === 'code-wanted') {
      return { to: `/${lang}/sign-in/code${next ? `?next=${encodeURIComponent(next)}` : ''}`, cookies: [{ name: PENDING_COOKIE, value: answer.pending, maxAgeSeconds: 300 }] }
    }
    const actor = await personActor(ctx, answer.accountId)
    return { to: next ?? `/${lang}${actor ? homePathOf(actor) : '/account'}`, cookies: [sessionCookie(answer.token)] }
  },
})

/** A password exactly as typed: its blanks belong to it. */
export function passwordOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] ?? '' : value ?? '').slice(0, 1000)
}
