import type { Language } from '#kernel/localized.ts'
import { plural } from '#platform/i18n/message.ts'
import type { Region } from '#modules/professions/index.ts'
import { REGION_TILES } from '#modules/register/index.ts'
import { Tiles, TileScale, type Tile } from '../ui/tiles.tsx'
import { CENTRES } from './centres-texts.ts'
import { en } from './messages/regions/en.ts'
import { kk, type RegionsText } from './messages/regions/kk.ts'
import { ru } from './messages/regions/ru.ts'
import { wholeNumber } from './words.ts'

const REGIONS: Readonly<Record<Language, RegionsText>> = { kk, ru, en }

export function regionName(region: Region, lang: Language): string {
  return { kk: region.nameKk, ru: region.nameRu, en: region.nameEn }[lang]
}

/** The place of a region among the tiles and its names; nothing where the map does not know it. */
export function tileOf(region: Region, lang: Language): Pick<Tile, 'name' | 'short' | 'shorter' | 'row' | 'column'> | undefined {
  const place = REGION_TILES[region.kato]
  const [short, shorter] = REGIONS[lang].tiles[region.kato] ?? []
  return place && short ? { name: regionName(region, lang), short, shorter, ...place } : undefined
}

/** Short and shorter names of the regions for the tiles, by KATO code. */
export function tileNames(lang: Language): RegionsText['tiles'] {
  return REGIONS[lang].tiles
}

interface RegionMapProps {
  regions: readonly Region[]
  counts: ReadonlyMap<string, number>
  chosen: string
  lang: Language
  hrefFor(kato: string): string
}

/** The country as twenty tiles with the number of centres in each; a tile leads to the list of its region, the chosen one back to the whole country. */
export function RegionMap({ regions, counts, chosen, lang, hrefFor }: RegionMapProps) {
  const t = CENTRES[lang].search
  const tiles = regions.flatMap((region): Tile[] => {
    const place = REGION_TILES[region.kato]
    const [short, shorter] = REGIONS[lang].tiles[region.kato] ?? []
    if (!place || !short) return []
    const count = counts.get(region.kato) ?? 0
    const current = region.kato === chosen
    return [{
      name: regionName(region, lang), short, shorter, value: wholeNumber(count, lang), spoken: plural(lang, t.spoken, count), ...place,
      level: count === 0 ? 0 : count === 1 ? 1 : count < 4 ? 2 : 4, href: hrefFor(current ? '' : region.kato), current,
    }]
  })
  return (
    <div class="t-map">
      <Tiles label={t.map} tiles={tiles} />
      <div>
        <p>{t.mapLead}</p>
        <TileScale label={t.map} items={[{ level: 0, text: t.scaleNone }, { level: 1, text: t.scaleOne }, { level: 2, text: t.scaleFew }, { level: 4, text: t.scaleMany }]} />
      </div>
    </div>
  )
}
