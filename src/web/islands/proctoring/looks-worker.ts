import { Human, type Config, type ObjectResult } from '@vladmandic/human'

/** What the page asks: to open the models, or to look at one picture, for faces at so many pixels across. The picture never leaves this computer. */
export type LooksOrder = { open: string } | { picture: ImageBitmap; objects: boolean; facesWide: number }
export type LooksAnswer = { opened: true } | { failed: string } | Looked
export interface Looked {
  faces: number
  /** Degrees; absent without exactly one face. */
  yaw?: number
  /** 0–1; absent when objects were not asked for. */
  phone?: number
  /** Mean brightness of the picture, 0–255. */
  light: number
  /** Milliseconds of work. */
  cost: number
}

/** Nothing that would tell who somebody is: no description, no emotion, no age. */
const SILENT: Partial<Config> = {
  backend: 'wasm', debug: false, async: false, warmup: 'none', cacheSensitivity: 0, cacheModels: false, filter: { enabled: false }, gesture: { enabled: false },
  body: { enabled: false }, hand: { enabled: false }, segmentation: { enabled: false }, object: { enabled: false }, face: { enabled: false },
}
const FACES: Partial<Config> = {
  face: {
    enabled: true, detector: { rotation: false, maxDetected: 4, minConfidence: 0.3 }, mesh: { enabled: true }, iris: { enabled: false }, attention: { enabled: false },
    description: { enabled: false }, emotion: { enabled: false }, antispoof: { enabled: false }, liveness: { enabled: false },
  },
}
const OBJECTS: Partial<Config> = { object: { enabled: true, minConfidence: 0.15, maxDetected: 10 } }

let faces: Human | undefined
let objects: Human | undefined
let base = ''
const open = (what: Partial<Config>): Human => new Human({ ...SILENT, wasmPath: base, modelBasePath: base, ...what })

async function look(picture: ImageBitmap, withObjects: boolean, facesWide: number): Promise<Looked> {
  const begun = performance.now()
  const pixels = pixelsOf(picture, Math.min(facesWide, picture.width))
  const large = withObjects ? pixelsOf(picture, picture.width) : undefined
  picture.close()
  const seen = (await faces!.detect(pixels)).face
  const yaw = seen.length === 1 ? seen[0]?.rotation?.angle.yaw : undefined
  let phone: number | undefined
  if (large) {
    // Larger and asked for rarely, so fetched only when first asked for.
    objects ??= open(OBJECTS)
    phone = Math.max(0, ...(await objects.detect(large)).object.filter((each: ObjectResult) => each.label === 'cell phone').map((each: ObjectResult) => each.score))
  }
  return { faces: seen.length, ...(yaw === undefined ? {} : { yaw: Math.round((yaw * 180) / Math.PI) }), ...(phone === undefined ? {} : { phone }), light: lightOf(pixels.data), cost: performance.now() - begun }
}

/** The picture at so many pixels across. */
function pixelsOf(picture: ImageBitmap, width: number): ImageData {
  const canvas = new OffscreenCanvas(width, Math.round((picture.height * width) / picture.width))
  const paper = canvas.getContext('2d', { willReadFrequently: true })!
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return paper.getImageData(0, 0, canvas.width, canvas.height)
}

/** Every 97th pixel is enough. */
function lightOf(pixels: Uint8ClampedArray): number {
  let [sum, count] = [0, 0]
  for (let at = 0; at < pixels.length; at += 4 * 97) {
    sum += 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!
    count += 1
  }
  return Math.round(sum / Math.max(1, count))
}

addEventListener('message', ({ data }: MessageEvent<LooksOrder>) => {
  const answer = (message: LooksAnswer) => postMessage(message)
  const failed = (error: unknown) => answer({ failed: String(error).slice(0, 200) })
  if ('open' in data) {
    base = data.open
    faces = open(FACES)
    faces.load().then(() => answer({ opened: true }), failed)
  } else look(data.picture, data.objects, data.facesWide).then(answer, failed)
})
