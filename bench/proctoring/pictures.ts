import { join } from 'node:path'
import sharp from 'sharp'
import { projectRoot } from '#platform/db/migrate.ts'

/** Pictures that come with an installed package for trying face detectors; cut and lit here, never committed. */
const SAMPLES = join(projectRoot(), 'node_modules/@vladmandic/face-api/demo')
export const WIDTH = 640
export const HEIGHT = 480
/** So many different frames, shown over and over. */
const FRAMES = 30

/** A cut of a picture, in pixels of the picture; always four to three. */
export interface Cut {
  file: string
  left: number
  top: number
  width: number
}
export const CUTS = {
  womanA: { file: 'sample6.jpg', left: 560, top: 240, width: 460 },
  womanB: { file: 'sample6.jpg', left: 1006, top: 300, width: 460 },
  womanC: { file: 'sample6.jpg', left: 1440, top: 260, width: 460 },
  womanD: { file: 'sample6.jpg', left: 180, top: 360, width: 460 },
  womanE: { file: 'sample5.jpg', left: 1040, top: 190, width: 380 },
  womanF: { file: 'sample3.jpg', left: 1280, top: 250, width: 440 },
  two: { file: 'sample6.jpg', left: 229, top: 180, width: 840 },
  four: { file: 'sample6.jpg', left: 0, top: 0, width: 1920 },
  profile: { file: 'sample2.jpg', left: 140, top: 100, width: 480 },
  downcast: { file: 'sample2.jpg', left: 700, top: 130, width: 480 },
  phone: { file: 'sample2.jpg', left: 0, top: 1000, width: 480 },
  couch: { file: 'sample2.jpg', left: 0, top: 700, width: 880 },
  blinds: { file: 'sample6.jpg', left: 230, top: 0, width: 400 },
  stairs: { file: 'sample5.jpg', left: 0, top: 0, width: 420 },
} satisfies Record<string, Cut>

/** How a scene is lit; 1 is as the picture is. `warm` adds the colour of an old lamp. */
export interface Light {
  brightness?: number
  warm?: boolean
  /** Light from one side: this share of it is missing on the other. */
  side?: number
  /** Grain of a cheap camera in the dark, 0–1. */
  grain?: number
}
export interface Picture {
  cut: Cut
  light?: Light
  /** The share of the width that the cut takes; the rest is its blurred surrounding, as if the person sat further away. */
  size?: number
  /** A second cut laid into the right lower corner, with its share of the width. */
  beside?: { cut: Cut; size: number }
}

async function cutOut({ file, left, top, width }: Cut, wide: number): Promise<Buffer> {
  const path = join(SAMPLES, file)
  const { width: most = 0, height: highest = 0 } = await sharp(path).metadata()
  const whole = Math.min(width, most - left)
  const high = Math.min(Math.round((whole * 3) / 4), highest - top)
  return sharp(path).extract({ left, top, width: whole, height: high }).resize(wide, Math.round((wide * 3) / 4), { fit: 'cover' }).toBuffer()
}

/** The still picture of a scene, 640 to 480. */
export async function still({ cut, light = {}, size = 1, beside }: Picture): Promise<Buffer> {
  const wide = Math.round(WIDTH * size)
  let made = sharp(await cutOut(cut, WIDTH))
  if (size < 1) made = sharp(await made.blur(30).modulate({ brightness: 0.9 }).composite([{ input: await cutOut(cut, wide), gravity: 'centre' }]).toBuffer())
  if (beside) made = sharp(await made.composite([{ input: await cutOut(beside.cut, Math.round(WIDTH * beside.size)), gravity: 'southeast' }]).toBuffer())
  if (light.side !== undefined) made = sharp(await made.composite([{ input: shade(light.side), blend: 'multiply', raw: { width: WIDTH, height: HEIGHT, channels: 3 } }]).toBuffer())
  made = made.linear(light.brightness ?? 1, 0)
  if (light.warm) made = made.recomb([[1.1, 0, 0], [0, 0.92, 0], [0, 0, 0.62]])
  return made.removeAlpha().jpeg({ quality: 92 }).toBuffer()
}
function shade(missing: number): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let at = 0; at < WIDTH * HEIGHT; at++) pixels.fill(Math.round(255 * (1 - missing * ((at % WIDTH) / WIDTH))), at * 3, at * 3 + 3)
  return pixels
}

/** Motion JPEG: the still, swaying by some pixels as a head does, with the grain of a camera. Chromium shows it over and over, fifteen frames a second. */
export async function film(picture: Picture): Promise<Buffer> {
  const base = await still(picture)
  const grain = picture.light?.grain ?? 0.01
  const wider = await sharp(base).resize(WIDTH + 24, HEIGHT + 18).toBuffer()
  const frames = await Promise.all(Array.from({ length: FRAMES }, async (_, n) => {
    const angle = (2 * Math.PI * n) / FRAMES
    const moved = await sharp(wider).extract({ left: Math.round(12 + 10 * Math.sin(angle)), top: Math.round(9 + 7 * Math.cos(2 * angle)), width: WIDTH, height: HEIGHT }).toBuffer()
    const dust = { input: { create: { width: WIDTH, height: HEIGHT, channels: 3 as const, background: '#808080', noise: { type: 'gaussian' as const, mean: 128, sigma: 255 * grain } } }, blend: 'hard-light' as const }
    return sharp(moved).composite([dust]).jpeg({ quality: 80, chromaSubsampling: '4:2:0' }).toBuffer()
  }))
  return Buffer.concat(frames)
}
