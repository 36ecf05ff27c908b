import { randomUUID } from 'node:crypto'
import type { Language } from '#kernel/localized.ts'
import { SYSTEM, type Actor } from '#platform/acts/actor.ts'
import { cipherFrom } from '#platform/acts/cipher.ts'
import { systemClock, type Clock } from '#platform/acts/clock.ts'
import type { Ctx, LawBook } from '#platform/acts/ctx.ts'
import { lawBook } from '#platform/acts/law-book.ts'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { pressPaper as press } from '#platform/pdf/paper-press.ts'
import type { SigningPort } from '#platform/signing/signing-port.ts'
import { folderStore, type FileStore } from '#platform/files/store.ts'

/** One running instance: its database, clock, books of law and secrets. */
export interface World {
  db: Database
  clock: Clock
  law: LawBook
  files: FileStore
  demo: boolean
  publicUrl: string
  secret: string
  context(actor: Actor, lang: Language, requestId?: string): Ctx
  system(): Ctx
  close(): Promise<void>
}

export interface WorldOptions {
  databaseUrl: string
  /** DATA_DIR/files. */
  filesFolder: string
  /** Files elsewhere than in the folder: a store of objects. */
  files?: FileStore | undefined
  secret: string
  demo: boolean
  publicUrl: string
  clock?: Clock
  connections?: number
  /** Absent where no papers are asked for: tests, command line. */
  seal?: SigningPort
}

/** Puts the pieces together; used by the server, the worker, the command line and the tests alike. */
export function openWorld(options: WorldOptions): World {
  const db = openDatabase(options.databaseUrl, { connections: options.connections ?? 12 })
  const clock = options.clock ?? systemClock()
  const law = lawBook()
  const files = options.files ?? folderStore(options.filesFolder)
  const cipher = cipherFrom(options.secret)
  const pressPaper = async (id: string): Promise<void> => {
    if (options.seal) await press({ db, files }, options.seal, id)
  }
  const context = (actor: Actor, lang: Language, requestId: string = randomUUID().slice(0, 13)): Ctx => ({
    db, clock, law, cipher, files, actor, pressPaper, lang, requestId, demo: options.demo, publicUrl: options.publicUrl,
  })
  return {
    db, clock, law, files, demo: options.demo, publicUrl: options.publicUrl, secret: options.secret, context,
    system: () => context(SYSTEM, 'kk'),
    close: () => db.end(),
  }
}
