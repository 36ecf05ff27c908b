import { Denial } from '#kernel/denial.ts'
import { page } from '#platform/http/page.ts'
import { personActor, signInWithCode } from '#modules/people/index.ts'
import { homePathOf } from '../desks.ts'
import { Button, ButtonRow, ErrorSummary, Form, TextField } from '../ui/form.tsx'
import { accountText } from './account-text.ts'
import { safeNext, sessionCookie } from './session-cookie.ts'
import { PENDING_COOKIE } from './sign-in.tsx'

export const signInCodePage = page<{ next: string | undefined }>({
  path: '/sign-in/code', action: 'account.sign-in', desk: 'public', access: 'public',
  load: async (_ctx, request) => {
    if (!request.cookies[PENDING_COOKIE]) throw new Denial('sign-in.required')
    return { next: safeNext(request.query.get('next')) }
  },
  title: (_data, lang) => accountText(lang).code.title,
  view: ({ lang, data, form, csrf }) => {
    const text = accountText(lang).code
    return (
      <div class="t-stack t-col">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <Form csrf={csrf} values={{ next: data.next }}>
          <TextField form={form} name="oneTimeCode" label={text.code} width="12" figures autocomplete="one-time-code" inputMode="text" spellcheck={false} />
          <ButtonRow><Button>{text.submit}</Button></ButtonRow>
        </Form>
        <p class="t-quiet">{accountText(lang).reset.lost}</p>
      </div>
    )
  },
  async post(ctx, request) {
    const { form, lang } = request
    const answer = await signInWithCode(ctx, { pending: request.cookies[PENDING_COOKIE] ?? '', code: form.text('oneTimeCode').slice(0, 40), address: request.address, device: request.userAgent })
    if (answer.kind !== 'signed-in') return { errors: [{ field: 'oneTimeCode', message: accountText(lang).code.wrong }] }
    const actor = await personActor(ctx, answer.accountId)
    return {
      to: safeNext(form.text('next') || null) ?? `/${lang}${actor ? homePathOf(actor) : '/account'}`,
      cookies: [sessionCookie(answer.token), { name: PENDING_COOKIE, value: '', maxAgeSeconds: 0 }],
    }
  },
})
