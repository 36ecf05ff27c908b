// usage: node looks.ts outdir person path...   (path without language)
import { launchBrowser } from './test/support/browser.ts'
const [out, person, ...paths] = process.argv.slice(2)
const browser = await launchBrowser()
for (const lang of ['kk', 'ru'] as const) for (const [w, h] of [[360, 740], [1366, 900]] as const) {
  const context = await browser.newContext({ viewport: { width: w, height: h } })
  const page = await context.newPage()
  if (person !== '-') {
    await page.goto(`http://127.0.0.1:3100/${lang}/demo`)
    await page.locator(`button[name="person"][value="${person}"], form:has(input[name="person"][value="${person}"]) button`).first().click()
    await page.waitForLoadState('networkidle')
  }
  for (const [i, path] of paths.entries()) {
    const a = await page.goto(`http://127.0.0.1:3100/${lang}${path}`)
    await page.screenshot({ path: `${out}/${i}-${w}-${lang}.png`, fullPage: true })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    console.log(a!.status(), path, lang, w, wide ? 'WIDER THAN THE SCREEN' : '')
  }
  await context.close()
}
await browser.close()
