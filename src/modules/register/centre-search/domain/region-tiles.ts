/** Place of a region on the map of tiles; rows and columns from 1. */
export interface TilePlace {
  row: number
  column: number
}

/** The twenty regions by KATO code, each as one tile of the same size. Own map, no licence; shapes could replace it in this one file. */
export const REGION_TILES: Readonly<Record<string, TilePlace>> = {
  590000000: { row: 1, column: 4 },
  270000000: { row: 2, column: 1 }, 390000000: { row: 2, column: 3 }, 110000000: { row: 2, column: 4 }, 710000000: { row: 2, column: 5 }, 550000000: { row: 2, column: 6 },
  230000000: { row: 3, column: 1 }, 150000000: { row: 3, column: 2 }, 620000000: { row: 3, column: 3 }, 350000000: { row: 3, column: 4 }, 100000000: { row: 3, column: 5 }, 630000000: { row: 3, column: 6 },
  470000000: { row: 4, column: 1 }, 430000000: { row: 4, column: 2 }, 610000000: { row: 4, column: 3 }, 310000000: { row: 4, column: 4 }, 190000000: { row: 4, column: 5 }, 330000000: { row: 4, column: 6 },
  790000000: { row: 5, column: 3 }, 750000000: { row: 5, column: 5 },
}

/** Of the regions where something is, the one that lies nearest on the map; on equal ways the one with more. */
export function nearestRegion(kato: string, counts: ReadonlyMap<string, number>): string | undefined {
  const here = REGION_TILES[kato]
  const way = (other: string) => {
    const there = REGION_TILES[other]
    return here && there ? Math.abs(here.row - there.row) + Math.abs(here.column - there.column) : Number.MAX_SAFE_INTEGER
  }
  return [...counts].filter(([other, count]) => other !== kato && count > 0).sort(([a, some], [b, more]) => way(a) - way(b) || more - some || (a < b ? -1 : 1))[0]?.[0]
}
