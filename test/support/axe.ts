import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Found { id: string; nodes: { target: string[] }[] }

/**
 * What axe objects to on the page, a line each: `rule: place, place`. The rules of WCAG 2.2 A and AA run in the page itself; only what was broken comes back,
 * which takes a fifth of the time of a report that also carries everything that is in order. Our pages have no frames; one that gets some is refused.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} has frames, into which nobody looks`)
  await page.evaluate(AXE)
  const found = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: Found[]; passes: Found[] }> } }
    const { violations, passes } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
    return { violations: violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target: target.map(String) })) })), ran: passes.length }
  }, TAGS)
  // A run in which not one rule was met has looked at nothing.
  expect(found.ran, `axe looked at ${page.url()}`).toBeGreaterThan(0)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** No sideways scrolling, and nothing that axe finds. */
export async function assertKind(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
  expect(await axeFindings(page), page.url()).toEqual([])
}
