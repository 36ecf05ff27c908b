import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Denial } from '#kernel/denial.ts'
import type { FormBody, UploadedFile } from './page.ts'
import { httpStatusOf } from './problem.ts'

const FORM = /^application\/x-www-form-urlencoded\b/i
/** How many files one form keeps: together they lie in memory until they are examined. */
export const MAX_FILES = 10
const HIDDEN = new Set(['csrf', 'requestKey'])

function bodyOf(values: Record<string, string | string[]>, files: UploadedFile[], { tooLarge, tooMany }: Pick<FormBody, 'tooLarge' | 'tooMany'>): FormBody {
  const one = (name: string): string => {
    const value = values[name]
    return (Array.isArray(value) ? value[0] ?? '' : value ?? '').trim()
  }
  return {
    values, files, tooLarge, tooMany, text: one,
    list(name) {
      const value = values[name]
      return (value === undefined ? [] : Array.isArray(value) ? value : [value]).filter((each) => each !== '')
    },
    file: (name) => files.find((file) => file.field === name && (file.name !== '' || file.bytes.length > 0)),
  }
}

/** A text that PostgreSQL can keep: without NUL bytes and without halves of a character. */
function keepable(raw: string): string {
  return raw.replaceAll('\0', '').toWellFormed()
}

/** Reads a posted form of either encoding; nothing else is a form. Files are taken only by a page that asks for them. */
export async function readForm(request: FastifyRequest, { files: takesFiles = false }: { files?: boolean | undefined } = {}): Promise<FormBody> {
  const values: Record<string, string | string[]> = Object.create(null)
  const files: UploadedFile[] = []
  const add = (name: string, raw: unknown) => {
    if (typeof raw !== 'string' || name === '__proto__') return
    const value = keepable(raw).replaceAll('\r\n', '\n')
    const before = values[name]
    values[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  const tooLarge: string[] = []
  const tooMany = new Set<string>()
  if (request.isMultipart?.()) {
    try {
      // Who may not send files is stopped at the first one, before it fills the memory.
      for await (const part of request.parts(takesFiles ? {} : { limits: { files: 0 } })) {
        if (part.type === 'field') add(part.fieldname, part.value)
        else if (files.length === MAX_FILES) {
          // Read past and forgotten, so that the text behind it arrives; an input left empty sends a nameless file of no bytes.
          let size = 0
          for await (const chunk of part.file) size += (chunk as Buffer).length
          if (part.filename || size > 0) tooMany.add(part.fieldname)
        } else {
          const bytes = await part.toBuffer()
          if (part.file.truncated) tooLarge.push(part.fieldname)
          else if (part.filename || bytes.length > 0) files.push({ field: part.fieldname, name: keepable(part.filename ?? ''), bytes })
        }
      }
    } catch (error) {
      // The parser's complaints about a broken body carry no status of their own.
      throw httpStatusOf(error) ? error : new Denial('input.wrong')
    }
  } else if (FORM.test(request.headers['content-type'] ?? '')) {
    for (const [name, raw] of Object.entries((request.body ?? {}) as Record<string, unknown>)) {
      for (const each of Array.isArray(raw) ? raw : [raw]) add(name, each)
    }
  }
  return bodyOf({ ...values }, files, { tooLarge, tooMany: [...tooMany] })
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
