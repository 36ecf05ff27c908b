import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { toldOnce } from '../support/told-once.ts'
import { keyboard, mouse, type Hands } from './hands.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A whole instance as a stranger starts it: the built server, its own database, the demonstration. */
export interface Instance {
  url: string
  /** Kills the server without warning and starts it anew on the same data. */
  killAndRestart(): Promise<void>
  kill(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

/**
 * `environment` goes to the server as it is; `before` is done in the data folder before its first start. Without either the instance begins with
 * a copy of the demonstration, which is told once in a run: by a first start in an empty folder, as a stranger makes it.
 */
export async function startInstance({ environment = {}, before }: { environment?: Record<string, string>; before?(dataDir: string): Promise<void> } = {}): Promise<Instance> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tanu-journey-'))
  if (before || Object.keys(environment).length > 0) await before?.(dataDir)
  else await cp(await toldFolder(), dataDir, { recursive: true })
  const port = await freePort()
  let child = await startServer(dataDir, port, environment)
  const instance: Instance = {
    url: `http://127.0.0.1:${port}`,
    async killAndRestart() {
      await instance.kill()
      await instance.restart()
    },
    async kill() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
    async restart() {
      child = await startServer(dataDir, port, environment)
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return instance
}

/** The folder in which the demonstration was told by a first start. */
function toldFolder(): Promise<string> {
  return toldOnce(`${inject('told')}-instance`, async (folder) => {
    const child = await startServer(folder, await freePort(), {})
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  })
}

async function startServer(dataDir: string, port: number, environment: Record<string, string>) {
  const child = spawn(process.execPath, ['dist/server/server.js'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error', ...environment },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString() })
  const until = Date.now() + 120_000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended at once:\n${said}`)
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok, () => false)
    if (ready) return child
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not become ready:\n${said}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** A person at a screen: his own browser context, signed in when he has a key. */
export interface Visitor {
  page: Page
  context: BrowserContext
  /** The mouse, or the keyboard alone. */
  hands: Hands
  go(path: string): Promise<void>
  /** The page has nothing axe objects to and does not scroll sideways. */
  assertKind(): Promise<void>
  leave(): Promise<void>
}

export interface Walk {
  instance: Instance
  browser: Browser
  visitor(options?: { as?: string; lang?: 'kk' | 'ru' | 'en'; phone?: boolean; script?: boolean; keyboardOnly?: boolean }): Promise<Visitor>
  /** Moves the demonstration clock to nine o'clock of the next working day, so many times. */
  nextWorkingDays(days: number): Promise<void>
  /** Moves it by hours. */
  hours(count: number): Promise<void>
  end(): Promise<void>
}


export async function beginWalk(options: Parameters<typeof startInstance>[0] = {}): Promise<Walk> {
  const [instance, browser] = await Promise.all([startInstance(options), launchBrowser()])
  const walk: Walk = {
    instance, browser,
    async visitor({ as, lang = 'kk', phone = false, script = true, keyboardOnly = false } = {}) {
      const options: BrowserContextOptions = { viewport: phone ? { width: 360, height: 740 } : { width: 1366, height: 768 }, javaScriptEnabled: script, locale: lang === 'en' ? 'en-GB' : `${lang}-KZ` }
      const context = await browser.newContext(options)
      const page = await context.newPage()
      const foreign: string[] = []
      page.on('request', (request) => { if (!request.url().startsWith(instance.url) && !/^(?:data|blob):/.test(request.url())) foreign.push(request.url()) })
      const visitor: Visitor = {
        page, context, hands: keyboardOnly ? keyboard(page) : mouse(),
        async go(path) {
          const answer = await page.goto(`${instance.url}${path}`)
          expect(answer?.status(), `${path} answered`).toBeLessThan(400)
        },
        async assertKind() {
          expect(foreign).toEqual([])
          expect(await page.locator('html').getAttribute('lang')).toBe(new URL(page.url()).pathname.slice(1, 3))
          const sideways = script ? await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth) : 0
          expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
          if (!script) return
          expect(await axeFindings(page), page.url()).toEqual([])
        },
        leave: () => context.close(),
      }
      if (as) await signIn(visitor, as, lang)
      return visitor
    },
    nextWorkingDays: (days) => move(walk, 'next-working-day', days),
    hours: (count) => move(walk, 'hour', count),
    async end() {
      await browser.close()
      await instance.stop()
    },
  }
  return walk
}

async function move(walk: Walk, button: 'hour' | 'next-working-day', times: number): Promise<void> {
  const visitor = await walk.visitor()
  await visitor.go('/kk/demo')
  // The page that answers is the same one, with the same buttons.
  for (let turn = 0; turn < times; turn++) await goesOn(visitor, visitor.page.locator(`button[name="move"][value="${button}"]`))
  await visitor.leave()
}

/** Presses a button by its words and waits for the page that answers. */
export async function press(visitor: Visitor, name: string | RegExp): Promise<void> {
  await goesOn(visitor, visitor.page.getByRole('button', { name }).first())
}

/** Presses a button or follows a link, and waits until the next page has come. */
export async function goesOn(visitor: Visitor, wanted: Locator): Promise<void> {
  const loaded = visitor.page.waitForEvent('load')
  loaded.catch(() => {})
  await visitor.hands.push(wanted)
  await loaded
}

/** Waits until the visitor has come to such an address. A double click gives the first answer up for the second, which is no fault of the page. */
export async function arrives(visitor: Visitor, address: RegExp): Promise<void> {
  await expect.poll(() => visitor.page.url(), { timeout: 30_000 }).toMatch(address)
  await visitor.page.waitForLoadState('load').catch(() => visitor.page.waitForLoadState('load'))
}

async function signIn(visitor: Visitor, key: string, lang: string): Promise<void> {
  await visitor.go(`/${lang}/demo`)
  await visitor.page.locator(`button[value="${key}"], form:has(input[value="${key}"]) button`).first().click()
  await visitor.page.waitForURL((url) => !url.pathname.endsWith('/demo'))
}
