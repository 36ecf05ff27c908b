/** Where the device keeps the page of a survey or of a practical sitting with its sheets and scripts, so that it opens without a line. */
export const KEPT = 'tanu-tablet-page'
/** A page kept longer than this is not opened any more. */
export const KEPT_HOURS = 72

/** True for the pages that work on a tablet without a line: where a survey is written, and where the assessor of a sitting marks. */
export function isKeptPage(path: string): boolean {
  return /^\/(?:kk|ru|en)\/(?:accreditor\/surveys|examiner\/sittings)\/[0-9a-f-]{36}\/tablet$/.test(path)
}
export function isAsset(path: string): boolean {
  return path.startsWith('/assets/')
}
export function isSignOut(path: string): boolean {
  return /^\/(?:kk|ru|en)\/sign-out$/.test(path)
}
