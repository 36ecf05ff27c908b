/** How often the page asks where the work stands. */
const ASK_MS = 10_000
const AGAIN_MS = 3000
/** The watch draws the page anew at an end, with its last piece kept; this page waits for it first. */
const RELOAD_MS = 4000

interface Stand {
  state: 'before' | 'running' | 'ended'
  halted: boolean
  leftMs: number
  files: number
  html: string
}

// A form of an exam that is watched says from which computer it is sent; the watch may have named it only after the page was drawn.
document.addEventListener('submit', (event) => {
  const device = (event.target as HTMLFormElement).querySelector<HTMLInputElement>('input[name="device"]')
  if (device) device.value = document.querySelector<HTMLElement>('#proctoring')?.dataset['device'] ?? named() ?? ''
}, { capture: true })

function named(): string | null {
  try {
    return localStorage.getItem('tanu-device')
  } catch {
    return null
  }
}

const room = document.querySelector<HTMLElement>('[data-work]')
if (room) live(room)

/** Keeps the time and the files true without drawing the page anew, and sends files so: the recording is not cut. */
function live(page: HTMLElement): void {
  const address = page.dataset['work'] ?? ''
  const halted = page.dataset['halted'] !== undefined
  const files = page.querySelector<HTMLElement>('[data-work-files]')
  const none = page.querySelector<HTMLElement>('[data-none]')
  const over = page.querySelector<HTMLElement>('[data-time-over]')
  const timer = document.querySelector<HTMLElement>('[data-timer]')
  const form = page.querySelector<HTMLFormElement>('#work-form')
  let endsAt = Date.now() + Number(page.dataset['left'])
  let leaving = false
  if (form) sendFrom(form)
  setInterval(() => void ask().catch(() => undefined), ASK_MS)
  if (!halted) setInterval(tick, 500)

  async function ask(): Promise<void> {
    const answer = await fetch(address, { credentials: 'same-origin', signal: AbortSignal.timeout(10_000) })
    if (!answer.ok) return
    const stand = (await answer.json()) as Stand
    endsAt = Date.now() + stand.leftMs
    if (files && stand.html && files.innerHTML !== stand.html) files.innerHTML = stand.html
    if (none) none.hidden = stand.files > 0
    if (!leaving && (stand.state !== 'running' || stand.halted !== halted)) {
      leaving = true
      setTimeout(() => location.reload(), RELOAD_MS)
    }
  }

  function tick(): void {
    const seconds = Math.ceil(Math.max(0, endsAt - Date.now()) / 1000)
    if (timer) timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    if (over) over.hidden = seconds > 0
  }

  function sendFrom(from: HTMLFormElement): void {
    const [refused, sending, late, sent] = ['[data-refused]', '[data-sending]', '[data-late]', '[data-sent]'].map((selector) => from.querySelector<HTMLElement>(selector)!)
    const button = from.querySelector('button')!
    const show = (part: HTMLElement | undefined, words?: string): void => {
      for (const each of [refused, sending, late, sent]) each!.hidden = each !== part
      if (words !== undefined) refused!.querySelector('[data-refused-words]')!.textContent = words
    }
    let busy = false
    from.addEventListener('submit', (event) => {
      event.preventDefault()
      if (!busy) void send()
    })
    async function send(): Promise<void> {
      busy = true
      button.disabled = true
      // The bytes are read once: the same request, with the same key, until the server has it.
      const body = new FormData(from)
      for (;;) {
        try {
          show(sending)
          const answer = await fetch(location.pathname, { method: 'POST', body, redirect: 'manual', credentials: 'same-origin', signal: AbortSignal.timeout(120_000) })
          if (answer.status >= 500) throw new Error(String(answer.status))
          // Kept: the server would lead to the page. Refused: the page itself says why.
          if (answer.type === 'opaqueredirect') kept()
          else show(refused, reasonOf(await answer.text()))
          break
        } catch {
          show(late)
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
        }
      }
      from.querySelector<HTMLInputElement>('input[name="requestKey"]')!.value = crypto.randomUUID()
      button.disabled = false
      busy = false
    }
    function kept(): void {
      show(sent)
      from.querySelector<HTMLInputElement>('input[type="file"]')!.value = ''
      void ask().catch(() => undefined)
    }
  }
}

/** What the page that was refused says in its summary. */
function reasonOf(html: string): string {
  const lines = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('.govuk-error-summary li')]
  return lines.map((line) => line.textContent?.trim() ?? '').join(' ')
}
