import type { ProctoringText } from './kk.ts'

export const en: ProctoringText = {
  home: 'Home', title: 'The watch of an exam on line: what was measured',
  lead: 'During an exam on line the candidate’s computer gives signals: no face is seen, several people are seen, somebody looks away for long, a phone is seen, somebody speaks. A signal is no violation. A person looks at it.',
  none: 'Nobody has measured yet.', measured: 'Measured on {date}. Scenes: {scenes}, each about {seconds} seconds. Machine: {machine}.',
  signals: 'Signals', signal: 'Signal', expected: 'Scenes with it', said: 'Given', others: 'Scenes without', wrongly: 'Given falsely', perHour: 'False in an hour', atMost: 'At most in an hour (95 %)', hours: 'Minutes',
  boundNote: 'The scenes are short, so even without a false signal their rate cannot be called nought: the column “At most in an hour” says what it does not exceed, with a certainty of 95 %.',
  scenes: 'Scenes', scene: 'Scene', must: 'Signal that must come', did: 'Signal that came', right: 'Right', missed: 'Missed', falsely: 'False signal', nothing: 'none',
  faces: 'Faces, look by look', faceRow: 'There were', facesSeen: 'Counted: {n}', many: '2 and more', voice: 'Speech, by quarters of a second', voiceRow: 'In truth', quiet: 'quiet', speech: 'speech', heardQuiet: 'Heard as quiet', heardSpeech: 'Heard as speech',
  cost: 'What it costs the candidate’s computer', what: 'What', value: 'Measured', bound: 'Bound', looks: 'Two looks a second', everything: 'Recording, looks and voice together', wire: 'Loaded the first time', foreign: 'Requests to other servers', cores: '{share} of one core', megabytes: '{n} MB', notHere: 'not measured',
  costNote: 'While measured, the browser also makes the picture of the pretended camera; with a real camera there is no such work. WebGL is off.',
  notMeasured: 'What was not measured', notMeasuredText: 'The pictures come from an open set for trying detectors, the voice is computed sound. For the rest there is no lawful set, so fairness was not measured over:',
  gaps: { skin: 'different skin', 'head-cover': 'head cover and a covered face', glasses: 'glasses', 'real-light': 'the light of real rooms (light was computed into the pictures)', 'real-voices': 'voices and languages of real people' },
  down: 'Looking down is no signal: somebody may write on paper.', files: 'The table as a file', csv: 'CSV table', json: 'JSON, the whole report',
  kinds: { 'no-face': 'No face seen', 'several-faces': 'Several faces', 'looking-away': 'Looking away', 'phone-in-view': 'Phone in view', speech: 'Speech' },
  names: {
    'one-silence': 'One person, silence', 'one-typing': 'One person, typing', 'one-far-hum': 'One person farther away, a lamp hums', 'one-side-fan': 'One person, light from the side, a fan', 'one-warm': 'One person, an old lamp', 'one-bright-typing': 'One person, very bright, typing', 'one-dim-fan': 'One person, dim room, a fan', 'one-reads': 'One person, reads what lies before her',
    'nobody-window': 'Nobody, a window', 'nobody-stairs': 'Nobody, stairs', 'too-dark': 'Dark, nothing is seen', two: 'Two people', four: 'Four people', turned: 'Head turned to the side', 'phone-beside': 'A person and a phone', 'phone-alone': 'A phone, nobody', 'one-speech': 'One person, computed speech', 'two-speech': 'Two people, computed speech',
  },
}
