import sharp from 'sharp'

/** A true picture of one pixel. */
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let shade = 0
/** A picture like no other of this process. */
export async function aPicture(): Promise<Buffer> {
  shade++
  return sharp({ create: { width: 4, height: 4, channels: 3, background: { r: shade % 256, g: Math.floor(shade / 256) % 256, b: 77 } } }).png().toBuffer()
}
