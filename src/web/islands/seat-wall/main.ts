import { isTouched, timeText } from './seat.ts'

interface SeatNews {
  number: string
  look: string
  key: string
  face: string
  acts?: string
}
interface WallNews {
  at: string
  seats: SeatNews[]
  counts: string
  halt: { key: string; html: string }
  record?: string
}
interface Words {
  at: string
  old: string
  gone: string
  stale: string
}

/** Two heartbeats and a half: whoever hears nothing for so long looks at something old. */
const SILENCE_MS = 25_000
const AGAIN_MS = 10_000

/** Brings into the page what the server says has changed. A form that somebody fills in stays under his hands. */
function watch(wall: HTMLElement): void {
  const { wall: address, after } = wall.dataset as { wall: string; after: string }
  const words = JSON.parse(wall.dataset['words'] ?? '{}') as Words
  const state = document.querySelector<HTMLElement>('[data-wall-state]')
  const [counts, halt, record] = ['counts', 'halt', 'record'].map((name) => document.querySelector<HTMLElement>(`[data-${name}]`))
  let last = after
  let lastAt = ''
  let heardAt = Date.now()
  let source: EventSource | undefined
  let over = false
  /** Forms that wait until nobody writes in those they replace. */
  const waiting = new Map<string, { key: string; acts: string }>()

  open()
  setInterval(tick, 1000)

  /** The browser itself comes back after a cut, with the last number it heard; after a refusal it does not, so we ask again. */
  function open(): void {
    source?.close()
    source = new EventSource(`${address}${last ? `?after=${encodeURIComponent(last)}` : ''}`)
    source.addEventListener('wall', (event) => {
      last = event.lastEventId
      const news = JSON.parse(event.data as string) as WallNews
      heard(news.at)
      take(news)
    })
    source.addEventListener('beat', (event) => heard((JSON.parse(event.data as string) as { at: string }).at))
    source.addEventListener('gone', () => {
      over = true
      source?.close()
      say(words.gone, true)
    })
    source.addEventListener('error', () => {
      if (!over && source?.readyState === EventSource.CLOSED) setTimeout(open, AGAIN_MS)
    })
  }

  function heard(at: string): void {
    heardAt = Date.now()
    lastAt = at
    say(words.at.replace('{at}', at), false)
  }

  function take(news: WallNews): void {
    for (const seat of news.seats) takeSeat(seat)
    if (counts) counts.innerHTML = news.counts
    if (record && news.record !== undefined) record.innerHTML = news.record
    // A stop by somebody else is shown whatever is typed here; the end of the last exam can wait.
    if (halt && halt.dataset['halt'] !== news.halt.key && (news.halt.key !== 'still' || !isTouched(halt, document.activeElement))) {
      halt.dataset['halt'] = news.halt.key
      halt.innerHTML = news.halt.html
    }
  }

  function takeSeat({ number, look, key, face, acts }: SeatNews): void {
    const card = document.getElementById(`seat-${number}`)
    // Somebody new in the sitting: his card comes when the page is drawn anew.
    if (!card) return
    card.className = look
    const faceBox = card.querySelector<HTMLElement>('[data-face]')
    if (faceBox && !faceBox.contains(document.activeElement)) swap(faceBox, face)
    else if (faceBox) faceBox.addEventListener('focusout', () => swap(faceBox, face), { once: true })
    if (!key.startsWith('admitted') && !key.startsWith('writing')) card.querySelector('[data-code]')?.remove()
    if (acts === undefined || card.dataset['key'] === key) return
    waiting.set(number, { key, acts })
    takeActs(number)
  }

  function takeActs(number: string): void {
    const card = document.getElementById(`seat-${number}`)
    const actsBox = card?.querySelector<HTMLElement>('[data-acts]')
    const { key, acts } = waiting.get(number)!
    if (!card || !actsBox) return
    if (isTouched(actsBox, document.activeElement)) {
      if (!card.querySelector('.t-seat__stale')) actsBox.insertAdjacentElement('beforebegin', Object.assign(document.createElement('p'), { className: 't-seat__stale', textContent: words.stale }))
      return
    }
    waiting.delete(number)
    card.dataset['key'] = key
    card.querySelector('.t-seat__stale')?.remove()
    swap(actsBox, acts)
  }

  function swap(box: HTMLElement, html: string): void {
    box.innerHTML = html
    for (const each of box.querySelectorAll<HTMLElement>('[data-left]')) each.dataset['until'] = String(Date.now() + Number(each.dataset['left']))
  }

  function tick(): void {
    for (const number of waiting.keys()) takeActs(number)
    for (const each of wall.querySelectorAll<HTMLElement>('[data-left]')) {
      each.dataset['until'] ??= String(Date.now() + Number(each.dataset['left']))
      each.textContent = timeText(Number(each.dataset['until']) - Date.now())
    }
    if (!over && lastAt && Date.now() - heardAt > SILENCE_MS) say(words.old.replace('{at}', lastAt), true)
  }

  function say(text: string, bad: boolean): void {
    if (!state) return
    if (state.textContent !== text) state.textContent = text
    state.setAttribute('aria-live', bad ? 'assertive' : 'off')
    state.classList.toggle('t-live__s--on', !bad)
    state.classList.toggle('t-live__s--off', bad)
  }
}

const wall = document.querySelector<HTMLElement>('[data-wall]')
if (wall) watch(wall)
