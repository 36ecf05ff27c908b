/** The point of the standard normal distribution below which this share lies; good to nine digits (Acklam). */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError('a share between 0 and 1')
  const a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239] as const
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572] as const
  const c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783] as const
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const
  const tail = (q: number) => (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1)
  if (share < 0.02425) return tail(Math.sqrt(-2 * Math.log(share)))
  if (share > 1 - 0.02425) return -tail(Math.sqrt(-2 * Math.log(1 - share)))
  const q = share - 0.5
  const r = q * q
  return ((((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q) / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1)
}

/** Between which shares the true one lies with this confidence in percent, when so many of all were counted (Wilson). */
export function wilsonInterval(counted: number, all: number, confidencePercent: number): { low: number; high: number } {
  // Nobody is ever wholly sure of a share.
  if (all <= 0 || confidencePercent >= 100) return { low: 0, high: 1 }
  const z = normalQuantile(0.5 + confidencePercent / 200)
  const share = counted / all
  const middle = share + (z * z) / (2 * all)
  const spread = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))
  const below = 1 + (z * z) / all
  return { low: Math.max(0, (middle - spread) / below), high: Math.min(1, (middle + spread) / below) }
}

/** The chance that out of so many tries, each coming true with chance p, at least k come true. */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1
  if (k > n || p <= 0) return 0
  if (p >= 1) return 1
  let sum = 0
  let term = 0
  // The logarithm of n over i, step by step, so that nothing overflows.
  for (let i = 0; i <= n; i++) {
    if (i > 0) term += Math.log(n - i + 1) - Math.log(i)
    if (i >= k) sum += Math.exp(term + i * Math.log(p) + (n - i) * Math.log(1 - p))
  }
  return Math.min(1, sum)
}
