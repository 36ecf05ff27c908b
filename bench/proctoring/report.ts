import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '#platform/db/migrate.ts'
import { childNamed, processorTime } from './cpu.ts'
import { show, type Scene } from './film.ts'
import { faceMatrix, measureKinds, table, voiceMatrix, type Watched } from './measure.ts'
import { CUTS, film } from './pictures.ts'
import { MEASURED_KINDS, SCENES, type SceneMade } from './scenes.ts'
import { madeSpeech, wav } from './sound.ts'

/*
 * Measures what the watch of an online exam says of scenes whose truth is known, what it costs, and that it asks nobody else.
 * --seconds N: how long a scene is watched (20); --only WORD: scenes whose name has it; --save: writes docs/proctoring-report.json.
 */
const option = (name: string): string | undefined => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
const SECONDS = Number(option('--seconds') ?? 20)
const COST_SECONDS = 30
const root = projectRoot()
const assets = join(root, 'dist/assets')
const folder = mkdtempSync(join(tmpdir(), 'tanu-proctoring-'))
const foreign: string[] = []
const print = (text: string): void => void process.stdout.write(`${text}\n`)
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const sceneOf = async ({ picture, sound }: SceneMade): Promise<Scene> => ({ video: await film(picture), sound: wav(sound(12)) })

async function watch(scene: SceneMade): Promise<Watched> {
  const shown = await show(assets, folder, await sceneOf(scene))
  try {
    for (let waited = 0; waited < 60_000 && (await shown.looks()).length === 0; waited += 250) await pause(250)
    const begun = Date.now()
    await pause(SECONDS * 1000)
    const [looks, voices] = [await shown.looks(), await shown.voices()]
    await pause(600)
    foreign.push(...shown.foreign)
    return { scene, seconds: (Date.now() - begun) / 1000, looks, voices, signals: shown.host.signals }
  } finally {
    await shown.end()
  }
}

interface Cost {
  core: number
  looks: number
}
/** Shares of one core over half a minute in which everything is loaded already: recording alone, with looks, with looks and voice. */
async function cost(off: string[]): Promise<Cost | undefined> {
  const shown = await show(assets, folder, { video: await film({ cut: CUTS.womanA }), sound: wav(madeSpeech(12)) }, { off })
  try {
    await pause(12_000)
    const browser = childNamed('chrom')
    const before = browser === undefined ? undefined : processorTime(browser)
    const looksBefore = (await shown.looks()).length
    const begun = Date.now()
    await pause(COST_SECONDS * 1000)
    const after = browser === undefined ? undefined : processorTime(browser)
    const looks = (await shown.looks()).length - looksBefore
    foreign.push(...shown.foreign)
    return before === undefined || after === undefined ? undefined : { core: (after - before) / (Date.now() - begun), looks: looks / ((Date.now() - begun) / 1000) }
  } finally {
    await shown.end()
  }
}

/** What goes over the wire the first time, everything switched on. */
async function bytesOnce(): Promise<number> {
  const shown = await show(assets, folder, await sceneOf(SCENES[0]!))
  try {
    for (let waited = 0; waited < 60_000 && !(await shown.looks()).some((look) => look.phone !== undefined); waited += 500) await pause(500)
    await pause(3000)
    return shown.host.assetBytes
  } finally {
    await shown.end()
  }
}

const versionOf = (name: string): string => (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version
const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

if (!existsSync(join(assets, 'manifest.json'))) throw new Error('the assets were not built: npm run build')
try {
  const wanted = SCENES.filter((scene) => scene.id.includes(option('--only') ?? ''))
  const all: Watched[] = []
  for (const scene of wanted) {
    const watched = await watch(scene)
    all.push(watched)
    print(`${scene.id}: ${watched.looks.length} looks in ${Math.round(watched.seconds)} s; said ${[...new Set(watched.signals.map((signal) => signal.kind))].join(', ') || 'nothing'}; expected ${scene.expected.join(', ') || 'nothing'}`)
  }
  const kinds = measureKinds(all)
  const [faces, voice] = [faceMatrix(all), voiceMatrix(all)]
  const eyes = ['no-face', 'several-faces', 'looking-away', 'phone-in-view']
  const recording = await cost([...eyes, 'speech'])
  const looking = await cost(['speech'])
  const everything = await cost([])
  const bytes = await bytesOnce()
  const lookCost = recording && looking && looking.looks > 0 ? (looking.core - recording.core) / looking.looks : undefined

  print(`\nScenes (x said, · silent, capital where it was expected)\n${table(['scene', ...MEASURED_KINDS], all.map((each) => [each.scene.id, ...MEASURED_KINDS.map((kind) => {
    const said = each.signals.some((signal) => signal.kind === kind)
    return each.scene.expected.includes(kind) ? (said ? 'X' : 'MISSED') : said ? 'x FALSE' : '·'
  })]))}`)
  print(`\nFaces, look by look (row: there were; column: counted)\n${table(['', '0', '1', '2+'], faces.map((row, n) => [['0', '1', '2+'][n]!, ...row.map(String)]))}`)
  print(`\nSpeech, by quarters of a second (row: was; column: heard)\n${table(['', 'quiet', 'speech'], voice.map((row, n) => [['quiet', 'speech'][n]!, ...row.map(String)]))}`)
  print(`\n${table(['signal', 'scenes with it', 'said', 'scenes without', 'said', 'false an hour', 'at most (95 %)', 'hours'], kinds.map((each) => [each.kind, String(each.expected), String(each.raised), String(each.otherScenes), String(each.falseScenes), each.perHour.toFixed(1), each.atMostPerHour.toFixed(1), each.hours.toFixed(2)]))}`)
  const share = (value: number | undefined) => (value === undefined ? 'not measured here' : `${value.toFixed(2)} of a core`)
  print(`\nrecording ${share(recording?.core)}; with looks ${share(looking?.core)} at ${looking?.looks.toFixed(2)} looks a second; with voice too ${share(everything?.core)}`)
  print(`two looks a second cost ${share(lookCost === undefined ? undefined : lookCost * 2)} (budget 0.35); everything, budget 1.20. The browser also decodes the made film of the camera, which a real camera does not need.`)
  print(`bytes over the wire once: ${(bytes / 1e6).toFixed(1)} MB (budget 15). Without WebGL. Requests to other hosts: ${foreign.length}.`)
  print('Skin, head cover, glasses and real light: not measured; there is no lawful set of pictures yet. Looking down is no signal by the norms.')

  if (process.argv.includes('--save')) {
    const report = {
      measuredOn: new Date().toISOString().slice(0, 10), machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}`, secondsAScene: SECONDS,
      packages: Object.fromEntries(['@vladmandic/human', '@tensorflow/tfjs-backend-wasm', '@ricky0123/vad-web', 'onnxruntime-web'].map((name) => [name, versionOf(name)])),
      scenes: all.map((each) => ({ scene: each.scene.id, expected: each.scene.expected, said: MEASURED_KINDS.filter((kind) => each.signals.some((signal) => signal.kind === kind)), looks: each.looks.length })),
      signals: kinds.map((each) => ({ ...each, hours: round(each.hours, 3), perHour: round(each.perHour), atMostPerHour: round(each.atMostPerHour) })),
      faces, voice,
      cores: { recording: recording && round(recording.core), withLooks: looking && round(looking.core), everything: everything && round(everything.core), twoLooksASecond: lookCost === undefined ? undefined : round(lookCost * 2), looksASecond: looking && round(looking.looks) },
      bytesOnce: bytes, foreignRequests: foreign.length, notMeasured: ['skin', 'head-cover', 'glasses', 'real-light', 'real-voices'],
    }
    writeFileSync(join(root, 'docs/proctoring-report.json'), `${JSON.stringify(report, null, 2)}\n`)
  }
  if (foreign.length > 0) throw new Error(`other hosts were asked: ${foreign.join(' ')}`)
  if (bytes > 15_000_000) throw new Error('more than 15 MB over the wire')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
