import type { VNode } from 'preact'
import type { Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { BelievedSignIn } from '#platform/acts/believed-sign-in.ts'
import type { Ctx } from '#platform/acts/ctx.ts'

export const DESKS = ['public', 'candidate', 'centre', 'examiner', 'accreditor', 'applicant', 'sector', 'employer', 'career-centre', 'payer', 'proctor', 'ministry', 'auditor', 'admin', 'exam-room'] as const
export type Desk = (typeof DESKS)[number]

/** Who may open a page at all; what he may see there is asked of the policy again, object by object. */
export type Access = 'public' | 'signed-in' | readonly Role[]

export interface UploadedFile {
  field: string
  name: string
  bytes: Uint8Array
}

export interface FieldError {
  field?: string
  message: string
}

/** What the person typed and what is wrong with it. */
export interface FormState {
  values: Record<string, string | string[]>
  errors: FieldError[]
}

/** A posted form. `text` trims; a missing field is an empty text. */
export interface FormBody {
  values: Record<string, string | string[]>
  files: readonly UploadedFile[]
  /** Fields whose file was beyond every measure; its bytes were thrown away. */
  tooLarge: readonly string[]
  /** Fields that sent more files than a form keeps; what is beyond was thrown away. */
  tooMany: readonly string[]
  text(name: string): string
  list(name: string): string[]
  file(name: string): UploadedFile | undefined
}

export interface PageRequest {
  lang: Language
  params: Record<string, string>
  query: URLSearchParams
  /** Path without the language, as the page declares it, with the values in it. */
  path: string
  address: string
  userAgent: string
  cookies: Record<string, string>
}

export interface CookieToSet {
  name: string
  value: string
  maxAgeSeconds: number
}

/** The answer to a POST: go elsewhere (303), or show the same page again (422) with what is wrong. */
export type PostResult =
  | { to: string; flash?: string; cookies?: CookieToSet[] }
  | { errors: FieldError[]; values?: Record<string, string | string[]>; status?: number }

export interface ViewProps<Data> {
  lang: Language
  data: Data
  form: FormState
  csrf: string
  /** A fresh request key, so that a double click is one act. Put it and `csrf` into every form. */
  requestKey: string
  path: string
  ctx: { actor: Ctx['actor']; demo: boolean; publicUrl: string }
}

export interface Page<Data = unknown> {
  path: string
  /** The action of a policy that guards this page. */
  action: string
  desk: Desk
  access: Access
  load(ctx: Ctx, request: PageRequest): Promise<Data>
  /** Whether the address asked for something that the page says it could not read: then it is answered as a wrong request. */
  isMisread?(data: Data): boolean
  title(data: Data, lang: Language): string
  view(props: ViewProps<Data>): VNode
  /** How the desk's layout is drawn around the page: crumbs, way back, full width; the web layer types it. */
  layout?(props: ViewProps<Data>): Readonly<Record<string, unknown>>
  post?(ctx: Ctx, request: PageRequest & { form: FormBody }): Promise<PostResult>
  /** Seconds for which an anonymous answer may be kept. Public pages only. */
  keepSeconds?: number
  /** True when the forms of the page carry files. */
  files?: boolean
  /** Islands this page starts, by the name of their folder. */
  islands?: readonly string[]
  /** Whether an island of this page brings files straight to the store, where the store is brought to by browsers: then the policy of the page names it, and of no other. */
  bringsToStore?(data: Data): boolean
}

/** Declares a page. Without an action it does not compile. */
export function page<Data>(definition: Page<Data>): Page<Data> {
  return definition
}

export interface DownloadAnswer {
  body: Uint8Array | NodeJS.ReadableStream
  mediaType: string
  filename: string
  inline?: boolean
}
/** A file that a person may fetch: a paper, an attachment, a table. */
export interface Download {
  path: string
  action: string
  access: Access
  handle(ctx: Ctx, request: PageRequest): Promise<DownloadAnswer>
}
export function download(definition: Download): Download {
  return definition
}

/** One event of a stream: `id` is what the browser comes back with after a cut. */
export interface StreamEvent {
  id?: string
  event: string
  data: unknown
}
export interface StreamRequest extends PageRequest {
  /** The last event this browser has, after a cut or from the page it was drawn with. */
  lastEventId: string | undefined
  csrf: string
  /** A fresh request key for a form drawn into an event. */
  newRequestKey(): string
  send(event: StreamEvent): void
}
export interface OpenStream {
  /** Asks the policy again, as the person is now; a denial ends the stream. `present`: that the stream is open counts as being there. */
  recheck(ctx: Ctx): Promise<{ present: boolean }>
  /** What the heartbeat says; nothing while there is nothing true to say. */
  beat(): unknown
  close(): void
}
/** News that the server sends by itself: server-sent events behind the cookie session. */
export interface EventStream {
  path: string
  action: string
  access: Access
  open(ctx: Ctx, request: StreamRequest): Promise<OpenStream>
}
export function eventStream(definition: EventStream): EventStream {
  return definition
}

/** A JSON answer for islands inside the site: cookie session, CSRF token in a header. */
export interface IslandRoute {
  path: string
  action: string
  access: Access
  method: 'GET' | 'POST'
  handle(ctx: Ctx, request: PageRequest & { body: unknown; sessionId?: string | undefined }): Promise<unknown>
  /**
   * The quick way of a POST: the actor is only believed, and the act's own statement confirms his sign-in (ADR 0020). Without an answer
   * nothing was done, and the ordinary way is gone. For routes that look at no role.
   */
  atOnce?(ctx: Ctx, request: Pick<PageRequest, 'cookies'> & { body: unknown }, signIn: BelievedSignIn): Promise<unknown>
}
export function islandRoute(definition: IslandRoute): IslandRoute {
  return definition
}

/** Bytes that an island sends as they are: a picture, a piece of a recording. Cookie session and CSRF token as an island route; nothing is read beyond `most`. */
export interface ByteRoute {
  path: string
  action: string
  access: Access
  method: 'PUT' | 'POST'
  mediaTypes: readonly (string | RegExp)[]
  /** Bytes of one body at the very most; the norm may allow less. */
  most: number
  /** Answers with the status and the body of the answer; a denial is told as in an island route, with its data beside the code. */
  handle(ctx: Ctx, request: PageRequest & { bytes: Uint8Array; mediaType: string; header(name: string): string }): Promise<{ status: number; body: Readonly<Record<string, unknown>> }>
}
export function byteRoute(definition: ByteRoute): ByteRoute {
  return definition
}
