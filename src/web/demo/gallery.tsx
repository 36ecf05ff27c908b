import { Denial } from '#kernel/denial.ts'
import { page } from '#platform/http/page.ts'
import { Gallery } from '../ui/gallery.tsx'
import { galleryText } from '../ui/gallery-text.ts'

/** Every part of the interface in its states, for whoever builds pages; in a demonstration only. */
export const galleryPage = page<undefined>({
  path: '/dev/gallery', action: 'demo.read-mailbox', desk: 'public', access: 'public',
  async load(ctx) {
    if (!ctx.demo) throw new Denial('not-found')
    return undefined
  },
  title: (_data, lang) => galleryText(lang).title,
  view: () => <Gallery />,
})
