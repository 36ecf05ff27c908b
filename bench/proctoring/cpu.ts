import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

/** Milliseconds of processor time that the process and all below it have used; Linux only, undefined elsewhere. */
export function processorTime(root: number): number | undefined {
  try {
    const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return [{ id: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }]
      } catch {
        return []
      }
    })
    const below = new Set([root])
    for (let before = 0; before !== below.size;) {
      before = below.size
      for (const each of processes) if (below.has(each.parent)) below.add(each.id)
    }
    const ticks = processes.filter((each) => below.has(each.id)).reduce((sum, each) => sum + each.ticks, 0)
    return (ticks * 1000) / TICKS_A_SECOND
  } catch {
    return undefined
  }
}

/** The process that this one started last with such a word in its name; how the browser is found that playwright started. */
export function childNamed(word: string): number | undefined {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [start, end] = [stat.indexOf('('), stat.lastIndexOf(')')]
      const parent = Number(stat.slice(end + 2).split(' ')[1])
      return parent === process.pid && stat.slice(start + 1, end).includes(word) ? [Number(name)] : []
    } catch {
      return []
    }
  })
  return children.sort((a, b) => b - a)[0]
}
