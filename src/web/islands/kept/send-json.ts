import { refuse, type SaveWords } from './save-note.ts'

/** Sends JSON with the token of the page; answers what the server says, or throws as `refuse` reads its no. */
export async function sendJson<T>(url: string, csrf: string, body: unknown, words: SaveWords): Promise<T> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': csrf }, signal: AbortSignal.timeout(20_000), body: JSON.stringify(body) })
  return heardOf(answer, words)
}

/** What the server says, or its no as `refuse` reads it. */
export async function heardOf<T>(answer: Response, words: SaveWords): Promise<T> {
  if (!answer.ok) refuse(answer.status, ((await answer.json().catch(() => ({}))) as { code?: string }).code ?? '', words)
  return (await answer.json()) as T
}
