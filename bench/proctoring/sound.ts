const RATE = 48_000

/** Sounds of an examination room, made here: nobody's voice is needed. Samples −1…1 at 48 kHz. */
export type Sound = (seconds: number) => Float32Array

/** A dice that always falls alike, −1…1. */
function noise(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}
const made = (seconds: number, sample: (n: number) => number): Float32Array => Float32Array.from({ length: Math.round(seconds * RATE) }, (_, n) => sample(n))

export const silence: Sound = (seconds) => {
  const roll = noise(1)
  return made(seconds, () => roll() * 0.0006)
}
/** Rain, a fan: falls by three decibels an octave. */
export const pinkNoise: Sound = (seconds) => {
  const roll = noise(2)
  const rows = new Float32Array(12)
  return made(seconds, (n) => {
    for (let row = 0; row < 12; row++) if (n % 2 ** row === 0) rows[row] = roll()
    return rows.reduce((sum, each) => sum + each, 0) * 0.02
  })
}
/** A typist: short clicks five times a second, not quite regular. */
export const typing: Sound = (seconds) => {
  const [roll, when] = [noise(3), noise(4)]
  let next = 0
  let since = 0
  return made(seconds, (n) => {
    if (n >= next) {
      next = n + RATE * (0.2 + 0.09 * when())
      since = n
    }
    return roll() * 0.25 * Math.exp(-(n - since) / (RATE * 0.004)) + roll() * 0.0006
  })
}
/** A transformer or an old lamp. */
export const hum: Sound = (seconds) => made(seconds, (n) => [50, 100, 150, 250].reduce((sum, pitch, place) => sum + Math.sin((2 * Math.PI * pitch * n) / RATE) * (0.06 / (place + 1)), 0))

/** Formants of vowels, in hertz. */
const VOWELS = [[730, 1090, 2440], [530, 1840, 2480], [270, 2290, 3010], [570, 840, 2410], [300, 870, 2240], [660, 1720, 2410]] as const

/** A resonance of one formant. */
function resonance() {
  let [first, second] = [0, 0]
  return (input: number, pitch: number, width: number): number => {
    const radius = Math.exp((-Math.PI * width) / RATE)
    const out = (1 - radius) * input + 2 * radius * Math.cos((2 * Math.PI * pitch) / RATE) * first - radius * radius * second
    second = first
    first = out
    return out
  }
}

/**
 * Speech without a speaker: pulses of a throat through three formants that glide from vowel to vowel, four syllables a second, each begun by a breath of
 * noise; the pitch falls towards the end of a phrase, as in any language. It means nothing. The detector takes it for speech, or the report says that it does not.
 */
export const madeSpeech: Sound = (seconds) => {
  const roll = noise(5)
  const formants = [resonance(), resonance(), resonance()]
  const breath = resonance()
  const syllable = RATE * 0.24
  let phase = 0
  return made(seconds, (n) => {
    const place = Math.floor(n / syllable)
    const within = (n % syllable) / syllable
    const [from, to] = [VOWELS[(place * 7) % VOWELS.length]!, VOWELS[((place + 1) * 7 + 2) % VOWELS.length]!]
    // A phrase of nine syllables, then a short rest.
    const inPhrase = (place % 10) / 10
    const rests = place % 10 === 9
    const glottis = 145 - 40 * inPhrase + 6 * Math.sin((2 * Math.PI * n * 5) / RATE)
    phase += glottis / RATE
    const pulse = phase % 1 < 0.4 ? Math.sin((Math.PI * (phase % 1)) / 0.4) ** 2 - 0.3 : -0.3
    const voiced = rests || within < 0.18 ? 0.05 : Math.sin(Math.PI * Math.min(1, (within - 0.18) / 0.8)) ** 0.5
    const source = pulse * voiced + roll() * 0.02
    const vowel = formants.reduce((sum, formant, which) => sum + formant(source, from[which]! + (to[which]! - from[which]!) * within, 80 + 40 * which) * [1, 0.7, 0.4][which]!, 0)
    const consonant = !rests && within < 0.18 ? breath(roll(), 3500 + 500 * (place % 3), 900) * 0.8 : 0
    return Math.max(-0.95, Math.min(0.95, vowel * 2.2 + consonant * 0.3 + roll() * 0.001))
  })
}

/** A WAV file of one channel. */
export function wav(samples: Float32Array): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length * 2, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length * 2, 40)
  const data = Buffer.from(Int16Array.from(samples, (each) => Math.round(each * 32_767)).buffer)
  return Buffer.concat([head, data])
}
