import { page } from '#platform/http/page.ts'
import { sessionOfToken, signOut } from '#modules/people/index.ts'
import { Button, ButtonRow, Form } from '../ui/form.tsx'
import { accountText } from './account-text.ts'
import { NO_SESSION, sessionTokenOf } from './session-cookie.ts'

export const signOutPage = page<null>({
  path: '/sign-out', action: 'account.sign-out', desk: 'public', access: 'public',
  load: async () => null,
  title: (_data, lang) => accountText(lang).signOut.title,
  view: ({ lang, csrf }) => {
    const text = accountText(lang).signOut
    return (
      <div class="t-stack t-col">
        <h1>{text.title}</h1>
        <p>{text.text}</p>
        <Form csrf={csrf}><ButtonRow><Button>{text.submit}</Button></ButtonRow></Form>
      </div>
    )
  },
  async post(ctx, request) {
    const token = sessionTokenOf(request)
    const session = token ? await sessionOfToken(ctx, token) : undefined
    if (session) await signOut(ctx, session.id)
    return { to: `/${request.lang}`, flash: accountText(request.lang).signOut.done, cookies: [NO_SESSION] }
  },
})
