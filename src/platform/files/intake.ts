import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { Denial } from '#kernel/denial.ts'
import { inspectPdf } from './inspect-pdf.ts'

export const FILE_KINDS = ['pdf', 'jpeg', 'png'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' }
/** Ten megabytes a file. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024
const MAX_PIXELS = 60_000_000
const MAX_SIDE = 4000
const DRAWN_AT_ONCE = 2
const DRAWN_WITHIN_SECONDS = 20

/** Every way in which the intake says no. */
export const FILE_FAULTS = ['file.empty', 'file.too-large', 'file.wrong-type', 'file.broken', 'file.encrypted', 'file.active-content', 'file.pixel-flood'] as const
export type FileFault = (typeof FILE_FAULTS)[number]

export interface ExaminedFile {
  kind: FileKind
  mediaType: string
  /** What people see: an image drawn anew without its metadata; a PDF as it came. */
  cleaned: Uint8Array
  sha256: Uint8Array
  width?: number
  height?: number
  pages?: number
}

/** Examines an uploaded file by its bytes, never by its name: what is not recognised is refused with its reason. */
export async function examineUpload(bytes: Uint8Array, { maxBytes = MAX_FILE_BYTES }: { maxBytes?: number } = {}): Promise<ExaminedFile> {
  if (bytes.length === 0) throw new Denial('file.empty')
  if (bytes.length > maxBytes) throw new Denial('file.too-large', { data: { maxBytes } })
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const sha256 = createHash('sha256').update(bytes).digest()
  switch (type?.mime) {
    case 'application/pdf':
      return { kind: 'pdf', mediaType: MEDIA_TYPES.pdf, cleaned: bytes, sha256, pages: pagesOf(bytes) }
    case 'image/jpeg':
      return { ...(await inTurn(() => drawAnew(bytes, 'jpeg'))), sha256 }
    case 'image/png':
      return { ...(await inTurn(() => drawAnew(bytes, 'png'))), sha256 }
    default:
      throw new Denial('file.wrong-type')
  }
}

function pagesOf(bytes: Uint8Array): number {
  const { fault, pages } = inspectPdf(bytes)
  if (fault) throw new Denial(fault)
  return pages
}

let drawing = 0
const waiting: (() => void)[] = []

/** At most two images are drawn at once: each may take a quarter of a gigabyte while it is. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (drawing >= DRAWN_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else drawing++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else drawing--
  }
}

async function drawAnew(bytes: Uint8Array, kind: 'jpeg' | 'png'): Promise<Omit<ExaminedFile, 'sha256'>> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false })
  let head
  try {
    head = await image.metadata()
  } catch (error) {
    throw new Denial(/pixel limit/i.test((error as Error).message) ? 'file.pixel-flood' : 'file.broken')
  }
  if (head.format !== kind) throw new Denial('file.wrong-type')
  if (!head.width || !head.height) throw new Denial('file.broken')
  if (head.width * head.height > MAX_PIXELS) throw new Denial('file.pixel-flood')
  try {
    const drawn = image.rotate().resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true }).timeout({ seconds: DRAWN_WITHIN_SECONDS })
    const { data, info } = await (kind === 'jpeg' ? drawn.jpeg({ quality: 85 }) : drawn.png({ compressionLevel: 8 })).toBuffer({ resolveWithObject: true })
    return { kind, mediaType: MEDIA_TYPES[kind], cleaned: data, width: info.width, height: info.height }
  } catch {
    throw new Denial('file.broken')
  }
}

/** A name fit to be shown and saved: no folders, no control or direction marks, no name that Windows keeps for itself, at most 120 characters. */
export function safeName(name: string): string {
  const last = name.slice(0, 10_000).toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const cleaned = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\ufffd]/gu, '').replace(/[<>:"|?*]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '')
  const dot = cleaned.lastIndexOf('.')
  const [stem, ending] = dot > 0 && cleaned.length - dot <= 6 ? [cleaned.slice(0, dot), cleaned.slice(dot)] : [cleaned, '']
  const kept = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(stem) ? `_${stem}` : stem
  return `${[...kept].slice(0, 110).join('')}${ending}` || 'file'
}
