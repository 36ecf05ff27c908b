import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'

export interface Edge {
  from: string
  to: string
  typeOnly: boolean
}

/** Every source file below a folder, as paths relative to `root` with forward slashes. */
export function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

const ALIASES: Readonly<Record<string, string>> = { '#kernel/': 'src/kernel/', '#platform/': 'src/platform/', '#modules/': 'src/modules/', '#web/': 'src/web/' }
const IMPORT = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** The imports of one file, resolved to paths of this repository or left as package names. */
export function edgesOf(path: string, text: string): Edge[] {
  const edges: Edge[] = []
  for (const match of text.matchAll(IMPORT)) {
    const target = match[3] ?? match[4]!
    const alias = Object.keys(ALIASES).find((prefix) => target.startsWith(prefix))
    const to = alias ? ALIASES[alias] + target.slice(alias.length) : target.startsWith('.') ? normalize(join(dirname(path), target)).split(sep).join('/') : target
    edges.push({ from: path, to, typeOnly: match[2] !== undefined })
  }
  return edges
}

export function readEdges(root: string, files: readonly string[]): Edge[] {
  return files.flatMap((file) => edgesOf(file, readFileSync(join(root, file), 'utf8')))
}
