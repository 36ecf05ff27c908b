import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { Denial } from '#kernel/denial.ts'

export const FILE_KINDS = ['pdf', 'jpeg', 'png'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' }
/** Ten megabytes a file. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024
const MAX_PIXELS = 60_000_000
const MAX_SIDE = 4000

export interface ExaminedFile {
  kind: FileKind
  mediaType: string
  /** What people see: an image drawn anew without its metadata; a PDF as it came. */
  cleaned: Uint8Array
  sha256: Uint8Array
  width?: number
  height?: number
}

// Names of actions and attachments in a PDF: a paper of evidence needs none of them.
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|OpenAction|AA|RichMedia|XFA|SubmitForm|ImportData)\b/

/** Examines an uploaded file by its bytes, never by its name: what is not recognised is refused with its reason. */
export async function examineUpload(bytes: Uint8Array, { maxBytes = MAX_FILE_BYTES }: { maxBytes?: number } = {}): Promise<ExaminedFile> {
  if (bytes.length === 0) throw new Denial('file.empty')
  if (bytes.length > maxBytes) throw new Denial('file.too-large')
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const sha256 = createHash('sha256').update(bytes).digest()
  switch (type?.mime) {
    case 'application/pdf':
      assertHonestPdf(bytes)
      return { kind: 'pdf', mediaType: MEDIA_TYPES.pdf, cleaned: bytes, sha256 }
    case 'image/jpeg':
      return { ...(await drawAnew(bytes, 'jpeg')), sha256 }
    case 'image/png':
      return { ...(await drawAnew(bytes, 'png')), sha256 }
    default:
      throw new Denial('file.wrong-type')
  }
}

function assertHonestPdf(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!text.startsWith('%PDF-')) throw new Denial('file.wrong-type')
  if (!text.includes('startxref') || !text.slice(-2048).includes('%%EOF')) throw new Denial('file.broken')
  if (/<(?:html|script|svg)\b/i.test(text.slice(0, 4096))) throw new Denial('file.wrong-type')
  // Names may be written with #xx escapes to hide them.
  if (ACTIVE.test(text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))) throw new Denial('file.active-content')
  if (/\/Encrypt\b/.test(text)) throw new Denial('file.encrypted')
}

async function drawAnew(bytes: Uint8Array, kind: 'jpeg' | 'png'): Promise<Omit<ExaminedFile, 'sha256'>> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false })
  let head
  try {
    head = await image.metadata()
  } catch (error) {
    throw new Denial(/pixel limit/i.test((error as Error).message) ? 'file.pixel-flood' : 'file.broken')
  }
  if (!head.width || !head.height) throw new Denial('file.broken')
  if (head.width * head.height > MAX_PIXELS) throw new Denial('file.pixel-flood')
  try {
    const drawn = image.rotate().resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    const { data, info } = await (kind === 'jpeg' ? drawn.jpeg({ quality: 85 }) : drawn.png({ compressionLevel: 8 })).toBuffer({ resolveWithObject: true })
    return { kind, mediaType: MEDIA_TYPES[kind], cleaned: data, width: info.width, height: info.height }
  } catch {
    throw new Denial('file.broken')
  }
}

/** A name fit to be shown and saved: no folders, no control or direction marks, at most 120 characters. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const cleaned = last.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '').replace(/[<>:"|?*]/g, '_').replace(/^\.+/, '').trim()
  const dot = cleaned.lastIndexOf('.')
  const [stem, ending] = dot > 0 && cleaned.length - dot <= 6 ? [cleaned.slice(0, dot), cleaned.slice(dot)] : [cleaned, '']
  return `${[...stem].slice(0, 110).join('')}${ending}` || 'file'
}
