const SYSTEMS = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['Linux', 'Linux']] as const
const BROWSERS = [['YaBrowser', 'Yandex'], ['Edg', 'Edge'], ['OPR', 'Opera'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']] as const

/** Browser and system as a person calls them, from what the browser says of itself; undefined when it says nothing known. */
export function deviceName(userAgent: string): string | undefined {
  const system = SYSTEMS.find(([sign]) => userAgent.includes(sign))?.[1]
  const browser = BROWSERS.find(([sign]) => userAgent.includes(sign))?.[1]
  return [browser, system].filter(Boolean).join(', ') || undefined
}
