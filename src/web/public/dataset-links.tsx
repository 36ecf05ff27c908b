import type { Language } from '#kernel/localized.ts'
import { FILE_TYPES, openDataText, type DatasetId } from '#modules/register/index.ts'
import { IconLinks } from '../ui/ticket.tsx'

/** What a page shows, to be taken away whole as the dataset of the catalogue. */
export function DatasetLinks({ of, lang }: { readonly of: DatasetId; readonly lang: Language }) {
  const { title } = openDataText(lang).datasets[of]
  return <IconLinks links={Object.keys(FILE_TYPES).map((type) => ({ href: `/api/v1/datasets/${of}.${type}`, text: <>{type.toUpperCase()}<span class="t-vh">: {title}</span></>, icon: 'download' as const }))} />
}
