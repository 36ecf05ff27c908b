import { startDelivery } from '../kept/deliverer.ts'
import { openDeviceStore, type DeviceStore } from '../kept/device-store.ts'
import { keepPage } from '../kept/keep-page.ts'
import { isFile, nextToSend, settle, type Answer, type Kept } from '../kept/queue.ts'
import { saveNote, type SaveWords } from '../kept/save-note.ts'
import { heardOf, sendJson } from '../kept/send-json.ts'
import { shrinkPhoto } from '../kept/shrink-photo.ts'
import { drawSheet, showPlace } from './draw.ts'
import { isOpen, type SheetState } from './sheets.ts'
import { startFilms } from './films.ts'
import { startTimers } from './timers.ts'

interface Heard {
  sheets: Record<string, (Answer & { denied?: undefined }) | { denied: string }>
  states: Record<string, SheetState>
}

async function start(root: HTMLElement): Promise<void> {
  const { store: name, marks, csrf } = root.dataset as Record<string, string>
  const words = JSON.parse(root.dataset['words'] ?? '{}') as SaveWords
  let states = JSON.parse(root.dataset['states'] ?? '{}') as Record<string, SheetState>
  const note = saveNote(root.querySelector<HTMLElement>('[data-save-state]')!, words)
  const stores = new Map<string, DeviceStore>()
  const pending = new Map<string, Kept[]>()
  const denied = new Map<string, string>()
  /** Sheets whose words stay here for now, because the server does not take them. */
  const held = new Set<string>()
  try {
    // Each sheet numbers its own words, so that one candidate who is not admitted holds up nobody else.
    for (const number of Object.keys(states)) stores.set(number, await openDeviceStore(`${name}-${number}`))
    for (const number of stores.keys()) await refresh(number)
  } catch {
    // Without a store the links lead to the forms of the server, and the page says so.
    return note.say('offline', words['stoppedTitle']!, words['noStore']!)
  }
  for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-open]')) link.href = `#${link.dataset['open']}`
  const timers = startTimers(root, `${name}-timers`, words)
  for (const number of stores.keys()) draw(number)
  addEventListener('hashchange', () => showPlace(root))
  showPlace(root)

  root.addEventListener('input', (event) => ((event.target as HTMLElement).dataset['touched'] = ''))
  root.addEventListener('submit', (event) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const number = form.closest<HTMLElement>('[data-sheet]')!.dataset['sheet']!
    const step = Number(form.closest<HTMLElement>('[data-op]')!.dataset['op'])
    if (!isOpen(states[number]!, pending.get(number)!)) return
    const at = location.hash
    const field = form.querySelector('textarea')!
    const text = field.value.trim()
    const kind = new FormData(form).get('do') as 'mark' | 'stop'
    const done = (event.submitter as HTMLButtonElement).value === 'done'
    if (text === '' && (kind === 'stop' || !done)) {
      problem(form, words[kind === 'stop' ? 'groundMissing' : 'noteMissing']!)
      return field.focus()
    }
    problem(form, '')
    void keep(number, kind, kind === 'stop' ? { step, ground: text } : { step, done, note: text, seconds: timers.take(`${number}.${step}`) }).then(() => {
      delete field.dataset['touched']
      const next = form.closest('[data-op]')!.nextElementSibling as HTMLElement | null
      // Whoever has gone elsewhere meanwhile is not led on.
      if (kind === 'mark' && location.hash === at && next?.dataset['op']) location.hash = `#${number}.${next.dataset['op']}`
    })
  })

  root.addEventListener('change', (event) => {
    const field = event.target as HTMLInputElement
    if (field.dataset['photo'] !== undefined && field.files?.[0]) void takePhoto(field, field.files[0])
  })

  startFilms(root, words, {
    say: (form, text) => problem(form, text),
    async keep(place, film) {
      const number = place.closest<HTMLElement>('[data-sheet]')!.dataset['sheet']!
      if (isOpen(states[number]!, pending.get(number)!)) await keep(number, 'video', { step: Number(place.dataset['op']) }, film)
    },
  })

  const deliver = startDelivery(note, {
    async next(ask) {
      if (ask) held.clear()
      const sheets: { number: string; device: string; words: object[] }[] = []
      let photo: { number: string; kept: Kept } | undefined
      for (const [number, store] of stores) {
        // Whoever is not admitted yet: the server is asked how he stands, and no photo travels in vain.
        const next = held.has(number) || states[number]!.state === 'waiting' ? [] : nextToSend(pending.get(number)!)
        if (next[0] && isFile(next[0])) photo ??= { number, kept: next[0] }
        else if (next.length > 0) sheets.push({ number, device: await store.device(), words: next.map(({ file: _file, ...word }) => word) })
        // A request carries so much at most; the rest goes with the next.
        if (sheets.reduce((sum, sheet) => sum + sheet.words.length, 0) > 100) break
      }
      if (sheets.length === 0 && !photo && !ask) return 'nothing'
      if (sheets.length > 0 || photo) note.state('saving', waiting())
      // Words go first: they are small, and a photo goes alone.
      const heard = sheets.length === 0 && photo ? await sendPhoto(photo.number, photo.kept) : await sendJson<Heard>(marks!, csrf!, { sentAt: new Date().toISOString(), sheets }, words)
      for (const number of Object.keys(heard.sheets)) await settleSheet(number, heard.sheets[number]!)
      states = { ...states, ...heard.states }
      for (const number of stores.keys()) draw(number)
      return sheets.length > 0 || photo ? 'sent' : 'asked'
    },
    // What the device holds for a day without a line knows what the server knows.
    done: (sent) => void (sent && keepPage()),
    pending: async () => waiting(),
  })
  root.dataset['live'] = ''
  void deliver(true)
  void keepPage()

  async function settleSheet(number: string, answer: Heard['sheets'][string]): Promise<void> {
    denied.delete(number)
    if (answer.denied !== undefined) {
      held.add(number)
      denied.set(number, answer.denied)
      return
    }
    const { gone, rename } = settle(answer)
    await stores.get(number)!.remove(gone)
    if (rename) await stores.get(number)!.rename()
    if (answer.outcomes.some((each) => each.outcome === 'waiting')) held.add(number)
    await refresh(number)
  }

  async function sendPhoto(number: string, { seq, kind, body, writtenAt, file }: Kept): Promise<Heard> {
    const query = new URLSearchParams({ device: await stores.get(number)!.device(), seq: String(seq), writtenAt, sentAt: new Date().toISOString() })
    const answer = await fetch(`${root.dataset[kind === 'video' ? 'videos' : 'photos']}/${number}/${String(body['step'])}?${query}`, {
      method: 'PUT', headers: { 'content-type': kind === 'photo' && file!.type.startsWith('image/') ? 'image/jpeg' : 'application/octet-stream', 'x-csrf-token': csrf! }, signal: AbortSignal.timeout(kind === 'video' ? 300_000 : 90_000), body: file!,
    })
    // A sheet that is not taken holds up no other.
    if (answer.status === 404 || answer.status === 409) return { sheets: { [number]: { denied: ((await answer.json()) as { text?: string }).text ?? '' } }, states: {} }
    return heardOf<Heard>(answer, words)
  }

  async function takePhoto(field: HTMLInputElement, picture: File): Promise<void> {
    const form = field.form!
    const number = field.closest<HTMLElement>('[data-sheet]')!.dataset['sheet']!
    const ready = await shrinkPhoto(picture, Number(field.closest<HTMLElement>('[data-sheet]')!.dataset['photoMegabytes']) * 1024 * 1024)
    problem(form, ready ? '' : words['tooLarge']!)
    field.value = ''
    if (ready && isOpen(states[number]!, pending.get(number)!)) await keep(number, 'photo', { step: Number(field.closest<HTMLElement>('[data-op]')!.dataset['op']) }, ready)
  }

  async function keep(number: string, kind: Kept['kind'], body: Record<string, unknown>, file?: Blob): Promise<void> {
    await stores.get(number)!.add({ kind, body, writtenAt: new Date().toISOString(), ...(file ? { file } : {}) })
    await refresh(number)
    draw(number)
    void deliver(states[number]!.state === 'waiting')
  }
  async function refresh(number: string): Promise<void> {
    pending.set(number, await stores.get(number)!.all())
  }
  function draw(number: string): void {
    drawSheet(root, number, states[number]!, pending.get(number)!, denied.get(number), words)
  }
  function waiting(): number {
    return [...pending.values()].reduce((sum, kept) => sum + kept.length, 0)
  }
  function problem(form: HTMLFormElement, text: string): void {
    const place = form.querySelector<HTMLElement>('[data-problem]')!
    place.hidden = text === ''
    place.textContent = text
  }
}

const root = document.querySelector<HTMLElement>('[data-marking]')
if (root) void start(root)
