import type { Sharp } from 'sharp'

/** Dots per unit of the drawing: sharp on a screen of two and in print. */
const DENSITY = 192

/** A drawing of ours as a PNG; its texts are set in the fonts that came with the platform. */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const picture: Sharp = sharp(Buffer.from(svg), { density: DENSITY })
  return new Uint8Array(await picture.png({ compressionLevel: 9 }).toBuffer())
}
