import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../test/support/browser.ts'
import type { Looked } from '../../src/web/islands/proctoring/looks-worker.ts'
import { openHost, type Host } from './host.ts'

export interface Scene {
  /** Motion JPEG and WAV. */
  video: Buffer
  sound: Buffer
}
export interface Shown {
  browser: Browser
  page: Page
  host: Host
  /** Addresses that were asked for anywhere but at the own origin. */
  foreign: string[]
  looks(): Promise<(Looked & { at: number })[]>
  voices(): Promise<{ at: number; speaking: boolean; sure: number }[]>
  end(): Promise<void>
}
type Gathered = { looks: (Looked & { at: number })[]; voices: { at: number; speaking: boolean; sure: number }[] }

/** Opens the page of the watch in a browser whose camera and microphone play the scene. Requests of pages and workers are logged; foreign ones are stopped. */
export async function show(assets: string, folder: string, scene: Scene, { stage = 'run', html, off = [] }: { stage?: string; html?: string; off?: string[] } = {}): Promise<Shown> {
  const [video, sound] = [join(folder, `scene-${process.pid}.mjpeg`), join(folder, `scene-${process.pid}.wav`)]
  writeFileSync(video, scene.video)
  writeFileSync(sound, scene.sound)
  const host = await openHost(assets, stage, html)
  host.off = off
  const browser = await launchBrowser([
    '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`, `--use-file-for-fake-audio-capture=${sound}`,
    // As on a computer whose graphics give no WebGL.
    '--disable-3d-apis',
    // Every name but the own one leads nowhere: a request that were missed by the log would fail.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
  ])
  const context = await browser.newContext()
  const foreign: string[] = []
  await context.route((address) => address.origin !== host.url && !['data:', 'blob:'].includes(address.protocol), (route) => {
    foreign.push(route.request().url())
    return route.abort()
  })
  const page = await context.newPage()
  page.on('request', (request) => {
    if (!request.url().startsWith(host.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url())
  })
  await page.addInitScript(() => {
    const gathered: Gathered = { looks: [], voices: [] }
    ;(globalThis as unknown as { gathered: Gathered }).gathered = gathered
    addEventListener('watch-look', (event) => gathered.looks.push((event as CustomEvent<Gathered['looks'][number]>).detail), true)
    addEventListener('watch-voice', (event) => gathered.voices.push((event as CustomEvent<Gathered['voices'][number]>).detail), true)
  })
  await page.goto(host.url)
  const gathered = <K extends keyof Gathered>(key: K) => page.evaluate((name) => (globalThis as unknown as { gathered: Gathered }).gathered[name], key) as Promise<Gathered[K]>
  return {
    browser, page, host, foreign, looks: () => gathered('looks'), voices: () => gathered('voices'),
    async end() {
      await browser.close()
      await host.end()
    },
  }
}
