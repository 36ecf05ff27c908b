import { isAsset, isKeptPage, isSignOut, KEPT, KEPT_HOURS } from './kept-page.ts'

/** What of a service worker is used here; the library of the browser's window does not know it. */
interface WorkerEvent extends Event {
  request: Request
  /** What a tablet's page asks to keep: its own path and those of its sheets and scripts. */
  data: { page: string; assets: string[] }
  respondWith(answer: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}
interface Worker {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(kind: 'install' | 'activate' | 'message' | 'fetch', act: (event: WorkerEvent) => void): void
}
const worker = globalThis as unknown as Worker

/** A line that does not answer is a line that is cut, when there is a page kept. */
const PATIENCE_MS = 8_000

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => event.waitUntil(keep(event.data)))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  // Whoever signs out leaves no page behind; what was not delivered stays on the device under his own name.
  if (request.method === 'POST' && isSignOut(pathname)) return event.waitUntil(caches.delete(KEPT))
  if (request.method !== 'GET') return
  if (request.mode === 'navigate' && isKeptPage(pathname)) event.respondWith(page(request, pathname))
  else if (isAsset(pathname)) event.respondWith(asset(request))
})

async function keep({ page: path, assets }: WorkerEvent['data']): Promise<void> {
  if (!isKeptPage(path)) return
  const cache = await caches.open(KEPT)
  const missing = await Promise.all(assets.filter(isAsset).map(async (asset) => ((await cache.match(asset)) ? [] : [asset])))
  await cache.addAll([path, ...missing.flat()])
}

/** The page of the server while there is a line, the kept one without; a page that the server takes back is forgotten. */
async function page(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(KEPT)
  const kept = await cache.match(pathname)
  const fresh = kept && Date.now() - Date.parse(kept.headers.get('date') ?? '') < KEPT_HOURS * 3_600_000 ? kept : undefined
  try {
    const answer = await (fresh ? Promise.race([fetch(request), late()]) : fetch(request))
    if (answer.ok) await cache.put(pathname, answer.clone())
    else if (answer.type === 'opaqueredirect' || answer.status < 500) await cache.delete(pathname)
    return answer
  } catch (fault) {
    if (!fresh) throw fault
    return fresh
  }
}
const late = (): Promise<never> => new Promise((_resolve, reject) => setTimeout(() => reject(new Error()), PATIENCE_MS))

/** A name of an asset is its content: what is kept is right for ever. */
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: KEPT })) ?? fetch(request)
}
