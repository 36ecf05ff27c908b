import type { Locator, Page } from 'playwright-core'

/** How a person works a page: with the mouse, or with the keyboard alone. */
export interface Hands {
  /** Presses a button or follows a link. */
  push(wanted: Locator): Promise<void>
  /** Ticks a box or takes a choice. */
  tick(wanted: Locator): Promise<void>
  type(wanted: Locator, text: string): Promise<void>
  /** Chooses a file in the dialogue that the field opens. */
  choose(wanted: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>
}

export function mouse(): Hands {
  return { push: (wanted) => wanted.click(), tick: (wanted) => wanted.check(), type: (wanted, text) => wanted.fill(text), choose: (wanted, file) => wanted.setInputFiles(file) }
}

/** More than any page of the road needs. */
const MOST_TABS = 400
const FOCUSED = (element: Element): boolean => element === document.activeElement

/** Tab, Space, Enter and the arrows; what Tab does not reach fails. */
export function keyboard(page: Page): Hands {
  async function tabUntil(reached: () => Promise<boolean>): Promise<void> {
    for (let presses = 0; presses <= MOST_TABS; presses++) {
      if (await reached()) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`the keyboard does not reach it on ${page.url()}`)
  }
  const focus = async (wanted: Locator): Promise<void> => {
    const element = await wanted.first().elementHandle()
    await tabUntil(() => element!.evaluate(FOCUSED))
  }
  return {
    async push(wanted) {
      await focus(wanted)
      await page.keyboard.press('Enter')
    },
    async tick(wanted) {
      const element = (await wanted.first().elementHandle())!
      if ((await element.getAttribute('type')) !== 'radio') {
        await focus(wanted)
        await page.keyboard.press('Space')
        return
      }
      // A group of choices is one stop of Tab; the arrows go through it.
      const inGroup = () => element.evaluate((radio) => document.activeElement instanceof HTMLInputElement && document.activeElement.name === (radio as HTMLInputElement).name)
      await tabUntil(inGroup)
      if (await element.evaluate(FOCUSED)) await page.keyboard.press('Space')
      for (let presses = 0; presses < 20 && !(await element.evaluate((radio) => (radio as HTMLInputElement).checked)); presses++) await page.keyboard.press('ArrowDown')
    },
    async type(wanted, text) {
      await focus(wanted)
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    },
    async choose(wanted, file) {
      await focus(wanted)
      const opened = page.waitForEvent('filechooser')
      await page.keyboard.press('Space')
      await (await opened).setFiles(file)
    },
  }
}
