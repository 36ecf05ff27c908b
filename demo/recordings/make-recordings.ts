import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../test/support/browser.ts'

/**
 * Makes what the demonstration shows of a practice on line: two short films, the pictures of a check and the files of a work. Nobody is in them, and each says itself
 * that it is none of a real exam. Run by hand when they have to change: `node demo/recordings/make-recordings.ts`.
 */
const SECONDS = 12
const HERE = import.meta.dirname
const FONT = readFileSync(join(HERE, '../../node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')).toString('base64')
const STYLE = `<style>@font-face{font-family:N;src:url(data:font/ttf;base64,${FONT})}body{margin:0;font:22px/1.4 N;color:#12283a}table{border-collapse:collapse;margin:16px;width:1160px}td,th{border:1px solid #8aa;padding:8px;text-align:left;vertical-align:top}h1{margin:16px;font-size:28px}p{margin:16px;color:#566}</style>`

const CAMERA = ['КӨРСЕТІЛІМ', 'Камера: бұл нақты емтихан жазбасы емес', 'Камера: это не запись настоящего экзамена', 'Camera: no recording of a real exam']
const SCREEN = ['КӨРСЕТІЛІМ', 'Экран: бұл нақты емтихан жазбасы емес', 'Экран: это не запись настоящего экзамена', 'Screen: no recording of a real exam']
const PICTURES = { face: 'Бет · Лицо · Face', document: 'Құжат · Документ · Document', 'room-1': 'Бөлме · Комната · Room' }

const CASES = [
  ['Т-01', '«Аты-жөні» бос', 'Қате туралы мәтін, өтінім жіберілмейді', 'Сәйкес'],
  ['Т-02', '«Аты-жөні» 2 таңба: «Әл»', 'Қабылданады', 'Сәйкес'],
  ['Т-03', '«Аты-жөні» 51 таңба', 'Қате туралы мәтін', 'Ақау: қабылданды'],
  ['Т-04', '«Жасы» 15', 'Қате туралы мәтін', 'Сәйкес'],
  ['Т-05', '«Жасы» 16', 'Қабылданады', 'Сәйкес'],
  ['Т-06', '«Жасы» 66', 'Қате туралы мәтін', 'Ақау: қабылданды'],
  ['Т-07', 'Студент, басталуына 14 күн қалды', 'Жеңілдік 25 %', 'Ақау: 30 %'],
  ['Т-08', 'Сол мекенжаймен екінші рет жазылу', '409', 'Сәйкес'],
]
const DEFECTS = [
  ['А-1', 'Т-03', '«Аты-жөні» өрісі 50 таңбадан ұзын мәтінді қабылдайды', 'Орташа'],
  ['А-2', 'Т-06', '«Жасы» өрісі 65-тен үлкен санды қабылдайды', 'Жоғары'],
  ['А-3', 'Т-07', 'Екі жеңілдік қосылып есептеледі: 25 % орнына 30 %', 'Жоғары'],
]

const browser = await launchBrowser()
const page = await browser.newPage({ viewport: { width: 1200, height: 700 } })
await film(page, 'camera', CAMERA)
await film(page, 'screen', SCREEN)
for (const [kind, words] of Object.entries(PICTURES)) {
  await page.setViewportSize({ width: 640, height: 480 })
  await page.setContent(`${STYLE}<div style="display:grid;place-content:center;height:480px;text-align:center;background:#dfe9ee"><h1>КӨРСЕТІЛІМ · ДЕМОНСТРАЦИЯ · DEMONSTRATION</h1><div>${words}</div></div>`)
  writeFileSync(join(HERE, `${kind}.jpg`), await page.screenshot({ type: 'jpeg', quality: 60 }))
}
await page.setViewportSize({ width: 1200, height: 700 })
await table('test-cases', 'Тест-кейстер және орындау журналы', ['№', 'Әрекет', 'Күтілетін нәтиже', 'Нақты нәтиже'], CASES)
await table('defects', 'Ақаулар туралы есеп', ['№', 'Тест-кейс', 'Ақау', 'Маңызы'], DEFECTS)
await browser.close()

async function table(name: string, title: string, head: readonly string[], rows: readonly (readonly string[])[]): Promise<void> {
  await page.setContent(`${STYLE}<h1>${title}</h1><table><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table><p>Көрсетілім үшін дайындалған · Подготовлено для демонстрации</p>`)
  writeFileSync(join(HERE, `${name}.png`), await page.screenshot({ fullPage: true }))
}

/** A film of words with a clock that runs, so that a viewer sees that it plays. */
async function film(on: Page, name: string, words: readonly string[]): Promise<void> {
  await on.setContent(`${STYLE}<canvas width="640" height="360"></canvas><p style="font-family:N">.</p>`)
  const bytes = await on.evaluate(async ({ lines, seconds }) => {
    await document.fonts.ready
    const canvas = document.querySelector('canvas')!
    const pen = canvas.getContext('2d')!
    const begun = performance.now()
    const draw = () => {
      const at = Math.floor((performance.now() - begun) / 1000)
      pen.fillStyle = '#12283a'
      pen.fillRect(0, 0, 640, 360)
      pen.fillStyle = '#fff'
      pen.textAlign = 'center'
      lines.forEach((line, place) => {
        pen.font = place === 0 ? '38px N' : '22px N'
        pen.fillText(line, 320, 90 + place * 50)
      })
      pen.font = '30px N'
      pen.fillText(`0:${String(at).padStart(2, '0')}`, 320, 320)
    }
    draw()
    const timer = setInterval(draw, 200)
    const recorder = new MediaRecorder(canvas.captureStream(5), { mimeType: 'video/webm;codecs=vp8', videoBitsPerSecond: 60_000 })
    const pieces: Blob[] = []
    recorder.ondataavailable = ({ data }) => void pieces.push(data)
    recorder.start()
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    const stopped = new Promise((resolve) => { recorder.onstop = resolve })
    recorder.stop()
    await stopped
    clearInterval(timer)
    return [...new Uint8Array(await new Blob(pieces).arrayBuffer())]
  }, { lines: [...words], seconds: SECONDS })
  writeFileSync(join(HERE, `${name}.webm`), Buffer.from(bytes))
}
