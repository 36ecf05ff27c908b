/** The place of an address: what stands before its first comma, for addresses begin with the city. */
export function placeOf(address: string): string {
  return address.split(',')[0]!.trim()
}
