/** Asks the worker to keep the page as the server shows it now, with everything it needs; where there is no worker, nothing happens. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/tablet-worker.js', { scope: '/' })
    const { active } = await navigator.serviceWorker.ready
    const loaded = performance.getEntriesByType('resource').map((entry) => entry.name)
    const named = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel=stylesheet], script[src]')].map((each) => ('href' in each ? each.href : each.src))
    active?.postMessage({ page: location.pathname, assets: [...new Set([...loaded, ...named].map((url) => new URL(url).pathname))] })
  } catch {
    // A browser that allows no worker: the page works as before, and must be opened while there is a line.
  }
}
