import { readFileSync } from 'node:fs'
import type { Assets } from './ui/page.tsx'

/** Names of the built files, by their source; from the manifest that the build writes. */
export interface AssetNames {
  css: readonly string[]
  islands: Readonly<Record<string, { script: string; css: readonly string[] }>>
}

/** The assets of one page: the sheet of the house, and the scripts of its islands alone. */
export function assetsOf(names: AssetNames, islands: readonly string[]): Assets {
  const wanted = islands.map((name) => {
    const island = names.islands[name]
    if (!island) throw new Error(`island ${name} was not built`)
    return island
  })
  return { css: [...names.css, ...wanted.flatMap((island) => island.css)], scripts: wanted.map((island) => island.script) }
}

interface ManifestEntry {
  file: string
  src?: string
  css?: string[]
  isEntry?: boolean
}

/** Reads the manifest of the build; addresses are below `/assets/`. */
export function readAssetNames(manifestPath: string): AssetNames {
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, ManifestEntry>
  const css: string[] = []
  const islands: Record<string, { script: string; css: string[] }> = {}
  for (const [source, entry] of Object.entries(manifest)) {
    const island = /islands\/([a-z-]+)\/main\.tsx?$/.exec(source)?.[1]
    if (island) islands[island] = { script: `/${entry.file}`, css: (entry.css ?? []).map((file) => `/${file}`) }
    else if (entry.isEntry && entry.file.endsWith('.css')) css.push(`/${entry.file}`)
  }
  return { css: css.sort(), islands }
}
