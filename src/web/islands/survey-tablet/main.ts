import { openDeviceStore, type DeviceStore } from './device-store.ts'
import { keepPage } from './keep-page.ts'
import { nextToSend, settle, waitAfter, type Answer, type Kept } from './queue.ts'
import { shrinkPhoto } from './shrink-photo.ts'

type Words = Record<string, string> & { codes: Record<string, string> }
interface Heard extends Answer {
  outcomes: { seq: number; outcome: string; code?: string; reason?: string }[]
  others: Record<string, { text: string; conflict: boolean }>
}
/** The server will not take anything now; what is kept stays. */
class Stopped extends Error {}

const HEARTBEAT_MS = 15_000

async function start(root: HTMLElement): Promise<void> {
  const { store: name, entries, page, csrf } = root.dataset as Record<string, string>
  const words = JSON.parse(root.dataset['words'] ?? '{}') as Words
  const note = root.querySelector<HTMLElement>('[data-save-state]')!
  const marks = root.querySelector<HTMLFormElement>('#survey-marks')!
  let store: DeviceStore
  try {
    store = await openDeviceStore(name!)
  } catch {
    // Without a store the page stays the long form of the server, and says so.
    return say('offline', words['stoppedTitle']!, words['noStore']!)
  }
  const lines = new Map<number, HTMLElement>()
  let [busy, failures, stopped] = [false, 0, false]
  let waiting: ReturnType<typeof setTimeout> | undefined

  for (const each of (await store.all()).sort((a, b) => a.seq - b.seq)) {
    if (each.kind === 'mark') put(each)
    else list(each)
  }
  root.dataset['live'] = ''
  root.querySelector('[data-no-script]')?.toggleAttribute('hidden', true)

  marks.addEventListener('change', (event) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')
    const mark = item?.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value
    if (item && mark) void keep('mark', { item: item.dataset['item']!, mark, note: item.querySelector<HTMLInputElement>('input[type=text]')!.value.trim() })
  })
  root.addEventListener('submit', (event) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const given = new FormData(form)
    const text = (field: string): string => String(given.get(field) ?? '').trim()
    const kind = text('do') as Kept['kind'] | 'marks'
    if (kind === 'marks') return
    if (kind === 'photo') return void takePhoto(form, given, text)
    const body = kind === 'measurement' ? { item: text('measurement-item'), what: text('what'), value: text('value').replace(',', '.'), unit: text('unit') }
      : kind === 'finding' ? { item: text('finding-item'), text: text('text'), gravity: text('gravity'), remedy: text('remedy') } : { target: text('target') }
    if (Object.entries(body).some(([field, value]) => field !== 'item' && value === '')) return problem(form, words['fillIn']!)
    problem(form, '')
    void keep(kind, body).then(() => (kind === 'strike' ? form.closest('li')?.remove() : form.reset()))
  })
  addEventListener('online', () => void deliver())
  setInterval(() => void deliver(true), HEARTBEAT_MS)
  void deliver(true)
  void keepPage()

  async function takePhoto(form: HTMLFormElement, given: FormData, text: (field: string) => string): Promise<void> {
    const file = given.get('photo') as File
    if (!file || file.size === 0) return problem(form, words['fillIn']!)
    const ready = await shrinkPhoto(file)
    if (!ready) return problem(form, words['tooLarge']!)
    problem(form, '')
    await keep('photo', { item: text('photo-item'), note: text('note'), name: file.name, originalSize: String(file.size) }, ready)
    form.reset()
  }

  async function keep(kind: Kept['kind'], body: Record<string, unknown>, file?: Blob): Promise<void> {
    const kept = await store.add({ kind, body, writtenAt: new Date().toISOString(), ...(file ? { file } : {}) })
    if (kind !== 'mark') list(kept)
    void deliver()
  }

  async function deliver(beat = false): Promise<void> {
    if (busy) return
    busy = true
    let delivered = false
    clearTimeout(waiting)
    try {
      for (let next = nextToSend(await store.all()); next.length > 0 || beat; next = nextToSend(await store.all())) {
        beat = false
        delivered ||= next.length > 0
        if (next.length > 0) await state('saving')
        if (next[0]?.kind === 'photo') await sendPhoto(next[0])
        else await sendEntries(next)
        failures = 0
      }
      stopped = false
      await state('saved')
      // What the device holds for a day without a line knows what the server knows.
      if (delivered) void keepPage()
    } catch (error) {
      failures++
      stopped = error instanceof Stopped
      await state('offline', stopped ? (error as Error).message : undefined)
      waiting = setTimeout(() => void deliver(true), waitAfter(failures))
    } finally {
      busy = false
    }
  }

  async function sendEntries(next: Kept[]): Promise<void> {
    const answer = await fetch(entries!, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': csrf! }, signal: AbortSignal.timeout(20_000),
      body: JSON.stringify({ device: await store.device(), entries: next.map(({ file: _file, ...entry }) => entry) }),
    })
    if (!answer.ok) return refuse(answer.status, ((await answer.json().catch(() => ({}))) as { code?: string }).code ?? '')
    const heard = (await answer.json()) as Heard
    const { gone, rename } = settle(heard)
    await store.remove(gone)
    for (const { seq, reason } of heard.outcomes) if (gone.includes(seq)) told(seq, reason)
    if (rename) await renameDevice()
    for (const [item, other] of Object.entries(heard.others)) {
      const place = root.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"] [data-other]`)
      if (!place) continue
      place.hidden = other.text === ''
      place.querySelector('span')!.textContent = other.text
      place.querySelector<HTMLElement>('[data-conflict]')!.hidden = !other.conflict
    }
  }

  /** A photo goes as a form does, with its number; the server's page says what was wrong with it. */
  async function sendPhoto(photo: Kept): Promise<void> {
    const form = new FormData()
    const device = await store.device()
    const fields = { csrf: csrf!, do: 'photo', device, seq: String(photo.seq), writtenAt: photo.writtenAt, 'photo-item': String(photo.body['item']), ...(photo.body as Record<string, string>) }
    for (const [field, value] of Object.entries(fields)) form.set(field, value)
    form.set('photo', photo.file!, String(photo.body['name']))
    const answer = await fetch(page!, { method: 'POST', body: form, redirect: 'manual', signal: AbortSignal.timeout(90_000) })
    if (answer.type === 'opaqueredirect') {
      await store.remove([photo.seq])
      return told(photo.seq)
    }
    if (answer.status === 412) return renameDevice()
    const reason = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.govuk-error-summary li')?.textContent ?? ''
    if (answer.status !== 422 && answer.status !== 413) {
      if (answer.status === 409) throw new Stopped(reason)
      return refuse(answer.status, '')
    }
    await store.remove([photo.seq])
    told(photo.seq, reason)
    await renameDevice()
  }

  /** The numbers change, and the lines on the page go with them. */
  async function renameDevice(): Promise<void> {
    const before = (await store.all()).sort((a, b) => a.seq - b.seq)
    await store.rename()
    const moved = new Map(lines)
    lines.clear()
    before.forEach((each, place) => {
      const line = moved.get(each.seq)
      if (line) lines.set(place + 1, line)
    })
  }

  function refuse(status: number, code: string): never {
    if (status >= 500 || status === 429) throw new Error(String(status))
    throw new Stopped(words.codes[code] ?? words['signIn']!)
  }

  async function state(to: 'saved' | 'saving' | 'offline', reason?: string): Promise<void> {
    const pending = String((await store.all()).length)
    if (to !== 'offline') return say(to, words[`${to}Title`]!, words[`${to}Words`]!.replace('{n}', pending))
    if (reason === undefined) return say(to, words['offlineTitle']!, words['offlineWords']!.replace('{n}', pending))
    say(to, words['stoppedTitle']!, words['stoppedWords']!.replace('{n}', pending).replace('{reason}', reason))
  }
  function say(to: string, title: string, text: string): void {
    note.dataset['saveState'] = to
    note.classList.toggle('t-save--off', to === 'offline')
    note.querySelector('[data-save-title]')!.textContent = title
    note.querySelector('[data-save-words]')!.textContent = text
  }
  function put({ body }: Kept): void {
    const item = root.querySelector<HTMLElement>(`[data-item="${CSS.escape(String(body['item']))}"]`)
    for (const radio of item?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? []) radio.checked = radio.value === body['mark']
    const text = item?.querySelector<HTMLInputElement>('input[type=text]')
    if (text) text.value = String(body['note'])
  }
  function list(kept: Kept): void {
    const line = document.createElement('li')
    const { what, value, text, name: file, originalSize } = kept.body as Record<string, string>
    const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)
    const shrunk = kept.file && Number(originalSize) > kept.file.size ? ` (${words['shrunk']!.replace('{from}', megabytes(Number(originalSize))).replace('{to}', megabytes(kept.file.size))})` : ''
    line.append(kept.kind === 'measurement' ? `${what}: ${value}` : kept.kind === 'photo' ? `${file}${shrunk}` : text ?? kept.kind, ' – ', document.createElement('b'))
    line.querySelector('b')!.textContent = words['keptHere']!
    lines.set(kept.seq, line)
    const here = root.querySelector<HTMLElement>('[data-here]')!
    if (kept.kind === 'strike') return
    here.hidden = false
    here.querySelector('[data-list]')!.append(line)
  }
  function told(seq: number, reason?: string): void {
    const mark = lines.get(seq)?.querySelector('b')
    if (mark) mark.textContent = reason ? words['notTaken']!.replace('{reason}', reason) : words['sent']!
    lines.delete(seq)
  }
  function problem(form: HTMLFormElement, text: string): void {
    const place = form.querySelector<HTMLElement>('[data-problem]') ?? form.appendChild(Object.assign(document.createElement('p'), { className: 'govuk-error-message' }))
    place.dataset['problem'] = ''
    place.setAttribute('role', 'alert')
    place.textContent = text
  }
}

const root = document.querySelector<HTMLElement>('[data-survey]')
if (root) void start(root)
