import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { refuseTable } from './refuse-table.ts'

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw)
const END_SIGNATURE = 0x06054b50
const CENTRAL_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_LENGTH = 22
const MAX_ENTRIES = 2_000

export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly read: () => Promise<Buffer>
}

/**
 * Lists the entries of a zip and refuses it when they would unpack to more than allowed.
 * The sizes are checked in the directory first; reading stops at the promised size, so a lie in the directory does not help.
 */
export function zipEntries(bytes: Uint8Array, unpackedLimit: number): Map<string, ZipEntry> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(file)
  const count = file.readUInt16LE(end + 10)
  const directorySize = file.readUInt32LE(end + 12)
  const directoryAt = file.readUInt32LE(end + 16)
  if (directoryAt + directorySize !== end) return damaged()
  if (count > MAX_ENTRIES) return refuseTable('table.too-large', { what: 'entries', limit: MAX_ENTRIES })

  const entries = new Map<string, ZipEntry>()
  let unpacked = 0
  let at = directoryAt
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== CENTRAL_SIGNATURE) return damaged()
    const flags = file.readUInt16LE(at + 8)
    const method = file.readUInt16LE(at + 10)
    const packedSize = file.readUInt32LE(at + 20)
    const size = file.readUInt32LE(at + 24)
    const nameLength = file.readUInt16LE(at + 28)
    const rest = file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    const localAt = file.readUInt32LE(at + 42)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) return damaged()
    unpacked += size
    if (unpacked > unpackedLimit) return refuseTable('table.too-large', { what: 'unpacked', limit: unpackedLimit })
    if (entries.has(name)) return damaged()
    entries.set(name, { name, size, read: () => readEntry(file, localAt, packedSize, size, method) })
    at += 46 + nameLength + rest
  }
  if (at !== end) return damaged()
  return entries
}

async function readEntry(file: Buffer, localAt: number, packedSize: number, size: number, method: number): Promise<Buffer> {
  if (localAt + 30 > file.length || file.readUInt32LE(localAt) !== LOCAL_SIGNATURE) return damaged()
  const from = localAt + 30 + file.readUInt16LE(localAt + 26) + file.readUInt16LE(localAt + 28)
  if (from + packedSize > file.length) return damaged()
  const packed = file.subarray(from, from + packedSize)
  if (method === 0) return packedSize === size ? packed : damaged()
  let content: Buffer
  try {
    content = await inflate(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    return damaged()
  }
  return content.length === size ? content : damaged()
}

function endOfDirectory(file: Buffer): number {
  for (let at = file.length - END_LENGTH; at >= 0 && at >= file.length - END_LENGTH - 0xffff; at -= 1) {
    if (file.readUInt32LE(at) !== END_SIGNATURE) continue
    return at + END_LENGTH + file.readUInt16LE(at + 20) === file.length ? at : damaged()
  }
  return damaged()
}

function damaged(): never {
  return refuseTable('table.not-a-table', { reason: 'damaged-zip' })
}
