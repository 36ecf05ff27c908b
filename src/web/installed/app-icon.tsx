import { render } from 'preact-render-to-string'
import sharp from 'sharp'
import { Mark } from '../ui/mark.tsx'

/** The night of the house's head, the ring and the sun on it, as in the sheet of the brand. */
export const NIGHT = '#0B2F42'
const STYLE = '.ring{stroke:#8FDCEB}.sun{fill:#F2B705}'

/** The mark on the night of the head, as SVG. `part` is how much of the side it takes: an icon that a system cuts round leaves a fifth free at each edge. */
export function appIconSvg(part = 0.76): string {
  const edge = (1 - part) / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><style>${STYLE}</style><rect width="100" height="100" fill="${NIGHT}"/>${render(
    <svg x={edge * 100} y={edge * 100} width={part * 100} height={part * 100} viewBox="0 0 48 48"><Mark /></svg>)}</svg>`
}

/** The same as PNG, `size` pixels wide and high. */
export function appIconPng(size: number, part?: number): Promise<Uint8Array> {
  return sharp(Buffer.from(appIconSvg(part)), { density: 72 * (size / 100) }).resize(size, size).png({ compressionLevel: 9 }).toBuffer()
}
