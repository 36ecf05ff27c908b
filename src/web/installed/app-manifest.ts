import type { Language } from '#kernel/localized.ts'
import { NIGHT } from './app-icon.tsx'
import { installedText } from './installed-text.ts'

/** Where the files of the installed application lie; the icons have sizes in pixels. */
export const APP_ICONS = {
  '/app/icon-192.png': { size: 192, part: 0.76, purpose: 'any' },
  '/app/icon-512.png': { size: 512, part: 0.76, purpose: 'any' },
  '/app/icon-512-round.png': { size: 512, part: 0.56, purpose: 'maskable' },
} as const
export const APP_ICON = '/app/icon.svg'
export const manifestAddress = (lang: Language): string => `/app/${lang}.webmanifest`

/** What a browser needs to install the site as an application: the exam room is a part of it, and nothing else is installed (our reading of the slides' «software» [I]). */
export function appManifest(lang: Language): Readonly<Record<string, unknown>> {
  const words = installedText(lang)
  return {
    id: '/', lang, dir: 'ltr', name: words.name, short_name: words.short, description: words.what,
    start_url: `/${lang}/account`, scope: '/', display: 'standalone', background_color: '#FFFFFF', theme_color: NIGHT,
    icons: [...Object.entries(APP_ICONS).map(([src, { size, purpose }]) => ({ src, sizes: `${size}x${size}`, type: 'image/png', purpose })), { src: APP_ICON, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    shortcuts: [{ name: words.exams, url: `/${lang}/account` }],
  }
}
