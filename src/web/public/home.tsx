import { page } from '#platform/http/page.ts'
import { webText } from '../web-text.ts'

export const homePage = page<{ ok: true }>({
  path: '/', action: 'account.sign-in', desk: 'public', access: 'public', keepSeconds: 30,
  load: async () => ({ ok: true }),
  title: (_data, lang) => webText(lang).nav.about,
  view: ({ lang }) => <h1>{webText(lang).nav.about}</h1>,
})
