import { parseQueue, push, resume, settle, waitAfter, type Change, type Delivered, type Queue } from './queue.ts'

interface Saved extends Delivered {
  leftMs: number
  warnings: number
}
interface Words {
  savedTitle: string
  savedWords: string
  savingTitle: string
  savingWords: string
  offlineTitle: string
  offlineWords: string
}

const HEARTBEAT_MS = 10_000
const MOST_AT_ONCE = 150

/** Starts the exam on the page that the server drew: one question at a time, every answer delivered at once and kept until it is. */
function start(form: HTMLFormElement): void {
  const { run, answers, csrf } = form.dataset as { run: string; answers: string; csrf: string }
  const words = JSON.parse(form.dataset['words'] ?? '{}') as Words
  const [queueKey, flagKey] = [`tanu-exam-${run}`, `tanu-flags-${run}`]
  const sections = [...form.querySelectorAll<HTMLElement>('[data-no]')]
  const cells = new Map([...document.querySelectorAll<HTMLAnchorElement>('.t-qlist a')].map((cell) => [cell.hash, cell]))
  const timer = document.querySelector<HTMLElement>('[data-timer]')
  const note = document.querySelector<HTMLElement>('[data-save-state]')
  let endsAt = Date.now() + Number(form.dataset['left'])
  let queue: Queue = resume(parseQueue(read(queueKey)), Number(form.dataset['seq']))
  let busy = false
  let failures = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  let leaving = false

  for (const change of queue.pending) put(change)
  keep()
  const flags = new Set<string>((read(flagKey) ?? '').split(',').filter(Boolean))
  for (const no of flags) flag(no, true)
  form.dataset['live'] = ''
  for (const section of sections) mark(section)
  show(location.hash)

  form.addEventListener('change', (event) => {
    const section = (event.target as HTMLElement).closest<HTMLElement>('[data-no]')
    if (!section) return
    queue = push(queue, Number(section.dataset['no']), [...section.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.value))
    keep()
    mark(section)
    void deliver()
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('.t-flag')
    if (!button) return
    event.preventDefault()
    const on = !flags.delete(button.value)
    if (on) flags.add(button.value)
    flag(button.value, on)
    write(flagKey, [...flags].join())
  })
  document.addEventListener('click', (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('[data-hand-in]')
    if (!link) return
    event.preventDefault()
    void leaveTo(link.href)
  })
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return
    const input = form.querySelectorAll<HTMLInputElement>('[data-now] input')[Number(event.key) - 1]
    if (input) input.click()
  })
  addEventListener('hashchange', () => show(location.hash))
  addEventListener('online', () => void deliver())
  setInterval(() => void deliver(true), HEARTBEAT_MS)
  setInterval(tick, 500)
  if (queue.pending.length > 0) void deliver()

  async function deliver(beat = false): Promise<void> {
    if (busy || leaving || (queue.pending.length === 0 && !beat)) return
    busy = true
    clearTimeout(waiting)
    try {
      while (queue.pending.length > 0 || beat) {
        beat = false
        state('saving')
        const saved = await post(queue.pending.slice(0, MOST_AT_ONCE))
        if (!saved) return
        queue = settle(queue, saved)
        keep()
        failures = 0
        endsAt = Date.now() + saved.leftMs
        if (saved.warnings > 0) return reload()
      }
      state('saved')
    } catch {
      failures++
      state('offline')
      waiting = setTimeout(() => void deliver(queue.pending.length === 0), waitAfter(failures))
    } finally {
      busy = false
    }
  }

  /** The server's answer; undefined when there is no exam to write any more and the page is drawn anew. A lost line throws. */
  async function post(changes: Change[]): Promise<Saved | undefined> {
    const answer = await fetch(answers, { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': csrf }, body: JSON.stringify({ runId: run, changes, ...computer() }), signal: AbortSignal.timeout(10_000) })
    if (answer.ok) return (await answer.json()) as Saved
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status))
    // A second computer: the watch of the page says so, and drawing it anew would change nothing.
    if (((await answer.json().catch(() => ({}))) as { code?: string }).code === 'proctoring.second-computer') leaving = true
    else reload()
    return undefined
  }

  function tick(): void {
    const left = Math.max(0, endsAt - Date.now())
    const seconds = Math.ceil(left / 1000)
    if (timer) timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    if (left === 0 && !leaving) void leaveTo(location.pathname)
  }

  /** Goes when everything is delivered; stays, and says so, while the line is lost and time is left. */
  async function leaveTo(address: string): Promise<void> {
    await deliver()
    if (queue.pending.length > 0 && endsAt > Date.now()) return
    if (address === location.pathname) return reload()
    leaving = true
    location.href = address
  }
  function reload(): void {
    leaving = true
    setTimeout(() => location.reload(), 300)
  }

  function show(hash: string): void {
    const now = sections.find((section) => `#${section.id}` === hash) ?? sections[0]
    for (const section of sections) section.toggleAttribute('data-now', section === now)
    for (const [place, cell] of cells) {
      const current = place === `#${now?.id}`
      cell.classList.toggle('c', current)
      if (current) cell.setAttribute('aria-current', 'true')
      else cell.removeAttribute('aria-current')
    }
    if (hash) now?.focus({ preventScroll: true })
    if (hash) scrollTo(0, 0)
  }
  function put(change: Change): void {
    const section = sections.find((each) => Number(each.dataset['no']) === change.itemNo)
    for (const input of section?.querySelectorAll<HTMLInputElement>('input') ?? []) input.checked = change.chosen.includes(input.value)
  }
  function mark(section: HTMLElement): void {
    cells.get(`#${section.id}`)?.classList.toggle('a', section.querySelector('input:checked') !== null)
    const count = document.querySelector<HTMLElement>('[data-count]')
    const done = sections.filter((each) => each.querySelector('input:checked')).length
    if (count) count.textContent = (count.dataset['count'] ?? '').replace('#', String(done))
  }
  function flag(no: string, on: boolean): void {
    const button = form.querySelector<HTMLButtonElement>(`.t-flag[value="${no}"]`)
    button?.setAttribute('aria-pressed', String(on))
    cells.get(`#q-${no}`)?.classList.toggle('f', on)
  }
  function state(to: 'saved' | 'saving' | 'offline'): void {
    if (!note) return
    const pending = String(queue.pending.length)
    const title = { saved: words.savedTitle, saving: words.savingTitle, offline: words.offlineTitle }[to]
    const text = { saved: words.savedWords, saving: words.savingWords, offline: words.offlineWords }[to].replace('{n}', pending)
    if (to === 'saving' && queue.pending.length === 0) return
    note.dataset['saveState'] = to
    note.classList.toggle('t-save--off', to === 'offline')
    note.querySelector('[data-save-title]')!.textContent = title
    note.querySelector('[data-save-words]')!.textContent = text
  }
  function keep(): void {
    if (queue.pending.length > 0) write(queueKey, JSON.stringify(queue))
    else remove(queueKey)
  }
}

/** On an exam that is watched: the name that this browser gave itself for the watch. */
function computer(): { device?: string } {
  const watch = document.querySelector<HTMLElement>('#proctoring')
  const device = watch && (watch.dataset['device'] ?? read('tanu-device'))
  return device ? { device } : {}
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // A full or forbidden store: answers are still delivered, only not kept over a closed browser.
  }
}
function remove(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // As above.
  }
}

/** While everybody stands still: looks whether it goes on. The page is drawn anew only when it does, or when there is no exam any more. */
function waitForTheOthers({ dataset }: HTMLElement): void {
  const { run, answers, csrf } = dataset as { run: string; answers: string; csrf: string }
  setInterval(() => {
    fetch(answers, { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': csrf }, body: JSON.stringify({ runId: run, changes: [] }), signal: AbortSignal.timeout(8_000) }).then(async (answer) => {
      if (answer.status >= 500 || answer.status === 429) return
      if (answer.ok || ((await answer.json()) as { code: string }).code !== 'theory.halted') location.reload()
    }).catch(() => undefined)
  }, HEARTBEAT_MS)
}

// A form of an exam that is watched says from which computer it is sent.
for (const input of document.querySelectorAll<HTMLInputElement>('input[name="device"]')) input.value = read('tanu-device') ?? ''

/** The practice question before an exam on line: what a choice leads to, as in the exam. Nothing is sent and nothing kept. */
function tryOut(trial: HTMLFormElement): void {
  trial.dataset['live'] = ''
  trial.addEventListener('change', () => { trial.querySelector<HTMLElement>('[data-saved]')!.hidden = false })
}

const form = document.querySelector<HTMLFormElement>('#exam')
if (form) start(form)
const halted = document.querySelector<HTMLElement>('#halted')
if (halted) waitForTheOthers(halted)
const trial = document.querySelector<HTMLFormElement>('#trial')
if (trial) tryOut(trial)
