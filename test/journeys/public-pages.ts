import { it } from 'vitest'
import type { Walk } from './walk.ts'

const PUBLIC_PAGES = ['', '/professions', '/professions/K-0001', '/professions/K-0004', '/centres', '/centres/01', '/about', '/help', '/norms', '/calendar', '/terms', '/centres?region=230000000&profession=K-0001', '/open-data', '/display', '/verify', '/sign-in', '/register', '/demo', '/dev/gallery',
  '/standards', '/standards/PS-D003', '/standards/PS-D003/history', '/standards/PS-0001', '/requirements/QR-D001', '/frameworks',
  '/statistics', '/statistics/recognised', '/statistics/road', '/statistics/demand', '/statistics/nation',
]

/** Walks every page that anybody may see, in one language, on a phone or at a desk. */
export function isKindIn(walk: () => Walk, lang: 'kk' | 'ru' | 'en', { phone }: { phone: boolean }): void {
  it(`is kind to everybody in ${lang} on a ${phone ? 'phone' : 'desk'}: axe finds nothing, nothing scrolls sideways, nothing comes from elsewhere`, async () => {
    const visitor = await walk().visitor({ lang, phone })
    for (const path of PUBLIC_PAGES) {
      await visitor.go(`/${lang}${path}`)
      await visitor.assertKind()
    }
    await visitor.leave()
  }, 180_000)
}
