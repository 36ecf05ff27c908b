import { startDelivery } from '../kept/deliverer.ts'
import { openDeviceStore, type DeviceStore } from '../kept/device-store.ts'
import { keepPage } from '../kept/keep-page.ts'
import { nextToSend, settle, type Answer, type Kept as KeptEntry } from '../kept/queue.ts'
import { refuse, saveNote, Stopped, type SaveWords } from '../kept/save-note.ts'
import { sendJson } from '../kept/send-json.ts'
import { shrinkPhoto } from '../kept/shrink-photo.ts'

type Kept = KeptEntry<'mark' | 'measurement' | 'finding' | 'photo' | 'strike'>
interface Heard extends Answer {
  outcomes: { seq: number; outcome: string; code?: string; reason?: string }[]
  others: Record<string, { text: string; conflict: boolean }>
}
async function start(root: HTMLElement): Promise<void> {
  const { store: name, entries, page, csrf } = root.dataset as Record<string, string>
  const words = JSON.parse(root.dataset['words'] ?? '{}') as SaveWords
  const note = saveNote(root.querySelector<HTMLElement>('[data-save-state]')!, words)
  const marks = root.querySelector<HTMLFormElement>('#survey-marks')!
  let store: DeviceStore
  try {
    store = await openDeviceStore(name!)
  } catch {
    // Without a store the page stays the long form of the server, and says so.
    return note.say('offline', words['stoppedTitle']!, words['noStore']!)
  }
  const lines = new Map<number, HTMLElement>()

  for (const each of (await all()).sort((a, b) => a.seq - b.seq)) {
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
  const deliver = startDelivery(note, {
    async next(ask) {
      const next = nextToSend(await all()) as Kept[]
      if (next.length === 0 && !ask) return 'nothing'
      if (next.length > 0) note.state('saving', (await all()).length)
      if (next[0]?.kind === 'photo') await sendPhoto(next[0])
      else await sendEntries(next)
      return next.length > 0 ? 'sent' : 'asked'
    },
    // What the device holds for a day without a line knows what the server knows.
    done: (sent) => void (sent && keepPage()),
    pending: async () => (await all()).length,
  })
  void deliver(true)
  void keepPage()

  async function all(): Promise<Kept[]> {
    return (await store.all()) as Kept[]
  }

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
    const kept = (await store.add({ kind, body, writtenAt: new Date().toISOString(), ...(file ? { file } : {}) })) as Kept
    if (kind !== 'mark') list(kept)
    void deliver()
  }

  async function sendEntries(next: Kept[]): Promise<void> {
    const heard = await sendJson<Heard>(entries!, csrf!, { device: await store.device(), entries: next.map(({ file: _file, ...entry }) => entry) }, words)
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
      return refuse(answer.status, '', words)
    }
    await store.remove([photo.seq])
    told(photo.seq, reason)
    await renameDevice()
  }

  /** The numbers change, and the lines on the page go with them. */
  async function renameDevice(): Promise<void> {
    const before = (await all()).sort((a, b) => a.seq - b.seq)
    await store.rename()
    const moved = new Map(lines)
    lines.clear()
    before.forEach((each, place) => {
      const line = moved.get(each.seq)
      if (line) lines.set(place + 1, line)
    })
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
