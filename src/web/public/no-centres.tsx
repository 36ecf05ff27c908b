import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import type { WishInAddress } from './centre-wish.ts'
import type { CentresData } from './centres.tsx'
import { CENTRES } from './centres-texts.ts'
import { regionName } from './region-map.tsx'
import { nameIn, wholeNumber } from './words.ts'

/** Nothing was found: why, as far as it is known, and where the next one is. */
export function NoCentres({ data: { wish, found, regions }, lang, address }: { readonly data: CentresData; readonly lang: Language; readonly address: (changes: Partial<WishInAddress>) => string }) {
  const t = CENTRES[lang]
  const nameOf = (kato: string) => { const region = regions.find((each) => each.kato === kato); return region ? regionName(region, lang) : kato }
  const reset = <Button kind="secondary" href={`/${lang}/centres`}>{t.reset}</Button>
  if (found.mandatory) {
    return (
      <Empty title={t.emptyTitle} icon="landmark" action={<ButtonRow><Button href={`/${lang}/professions/${found.mandatory.code}`}>{t.search.openProfession}</Button>{reset}</ButtonRow>}>
        {fill(t.search.emptyMandatory, { name: nameIn(found.mandatory.name, lang).text })}
      </Empty>
    )
  }
  if (found.professions?.length === 0) {
    return (
      <Empty title={t.emptyTitle} icon="search" action={<ButtonRow><Button href={`/${lang}/professions?q=${encodeURIComponent(wish.profession)}`}>{t.search.findProfession}</Button>{reset}</ButtonRow>}>
        {fill(t.search.emptyNoProfession, { words: wish.profession })}
      </Empty>
    )
  }
  if (wish.name && found.byRegion.size === 0) return <Empty title={t.emptyTitle} icon="search" action={reset}>{fill(t.search.emptyNoName, { words: wish.name })}</Empty>
  const { nearest } = found
  const lines = [
    wish.region && fill(t.search.emptyRegion, { region: nameOf(wish.region) }),
    nearest ? fill(t.search.emptyNearest, { region: nameOf(nearest.regionKato), count: wholeNumber(nearest.count, lang) }) : t.search.emptyNowhere,
  ].filter(Boolean).join(' ')
  return (
    <Empty title={t.emptyTitle} icon="building" action={<ButtonRow>{nearest && <Button href={address({ region: nearest.regionKato })}>{nameOf(nearest.regionKato)}</Button>}{reset}</ButtonRow>}>
      {lines}
    </Empty>
  )
}
