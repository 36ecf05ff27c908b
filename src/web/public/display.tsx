import { cookieName } from '#platform/http/cookies.ts'
import { page, type CookieToSet } from '#platform/http/page.ts'
import { DisplaySettings } from '../ui/display-settings.tsx'
import { PRINT_SIZES, THEMES, type PrintSize, type Theme } from '../ui/page.tsx'
import { INFO } from './info-texts.ts'

const YEAR = 365 * 86_400

interface DisplayData {
  from: string
  print: PrintSize | undefined
  theme: Theme | undefined
}

/** Only an address of this site, so that nobody is led away from it. */
function safeFrom(text: string | null | undefined, lang: string): string {
  return text && /^\/(kk|ru|en)([/?#]|$)/.test(text) && !/[\\\s]/.test(text) && text.length <= 500 ? text : `/${lang}`
}

/** Size of the text and colours, kept in cookies; works for everybody. */
export const displayPage = page<DisplayData>({
  path: '/display', action: 'display.change', desk: 'public', access: 'public',
  async load(_ctx, { query, cookies, lang }) {
    const cookie = (name: 'print' | 'theme') => cookies[cookieName(name, false)] ?? cookies[cookieName(name, true)]
    return {
      from: safeFrom(query.get('from'), lang),
      print: PRINT_SIZES.find((size) => size === cookie('print')), theme: THEMES.find((theme) => theme === cookie('theme')),
    }
  },
  title: (_data, lang) => INFO[lang].display.title,
  layout: ({ data, lang }) => ({ back: { href: data.from, text: INFO[lang].display.back } }),
  view: ({ data, lang, csrf }) => {
    const t = INFO[lang].display
    return (
      <div class="t-col t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <DisplaySettings action={`/${lang}/display`} csrf={csrf} from={data.from} display={{ print: data.print, theme: data.theme }} />
      </div>
    )
  },
  async post(_ctx, { form, lang }) {
    const print = PRINT_SIZES.find((size) => size === form.text('print')) ?? ''
    const theme = THEMES.find((each) => each === form.text('theme')) ?? 'light'
    const cookie = (name: string, value: string): CookieToSet => ({ name, value, maxAgeSeconds: value ? YEAR : 0 })
    return { to: safeFrom(form.text('from'), lang), flash: INFO[lang].display.saved, cookies: [cookie('print', print), cookie('theme', theme), cookie('lang', lang)] }
  },
})
