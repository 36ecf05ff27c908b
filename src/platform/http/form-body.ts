import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { FormBody, UploadedFile } from './page.ts'

const HIDDEN = new Set(['csrf', 'requestKey'])

function bodyOf(values: Record<string, string | string[]>, files: UploadedFile[]): FormBody {
  const one = (name: string): string => {
    const value = values[name]
    return (Array.isArray(value) ? value[0] ?? '' : value ?? '').trim()
  }
  return {
    values, files, text: one,
    list(name) {
      const value = values[name]
      return (value === undefined ? [] : Array.isArray(value) ? value : [value]).filter((each) => each !== '')
    },
    file: (name) => files.find((file) => file.field === name && (file.name !== '' || file.bytes.length > 0)),
  }
}

/** Reads a posted form of either encoding. NUL bytes are dropped: PostgreSQL has no text with them. */
export async function readForm(request: FastifyRequest): Promise<FormBody> {
  const values: Record<string, string | string[]> = Object.create(null)
  const files: UploadedFile[] = []
  const add = (name: string, raw: unknown) => {
    if (typeof raw !== 'string' || name === '__proto__') return
    const value = raw.replaceAll('\0', '').replaceAll('\r\n', '\n')
    const before = values[name]
    values[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  if (request.isMultipart?.()) {
    for await (const part of request.parts()) {
      if (part.type === 'file') files.push({ field: part.fieldname, name: part.filename ?? '', bytes: await part.toBuffer() })
      else add(part.fieldname, part.value)
    }
  } else {
    for (const [name, raw] of Object.entries((request.body ?? {}) as Record<string, unknown>)) {
      for (const each of Array.isArray(raw) ? raw : [raw]) add(name, each)
    }
  }
  return bodyOf({ ...values }, files)
}

/** Hash of everything a form says, without its tokens: the same key with another hash is another request. */
export function formHash(path: string, form: FormBody): Uint8Array {
  const hash = createHash('sha256').update(path)
  for (const name of Object.keys(form.values).sort()) if (!HIDDEN.has(name)) hash.update(JSON.stringify([name, form.values[name]]))
  for (const file of form.files) hash.update(file.field).update(file.bytes)
  return hash.digest()
}

/** What may be shown again in a form: everything typed, never tokens or passwords. */
export function typedValues(form: FormBody): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(form.values).filter(([name]) => !HIDDEN.has(name) && !/password|oneTimeCode/i.test(name)))
}
