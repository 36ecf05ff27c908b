export const kk = {
  title: 'Жіктеуіштер мен шеңберлер', lead: 'Кәсіптің басқа жіктеуіштердегі орны және салалық біліктілік шеңберлері — міндетті емес мәліметтер. Әр жолда дереккөзі жазылады. Кесте толық қабылданады не мүлде қабылданбайды.',
  mappings: 'Жіктеуіштермен сәйкестік', frameworks: 'Салалық біліктілік шеңберлері', kind: 'Кесте', kinds: { mappings: 'Жіктеуіштермен сәйкестік', frameworks: 'Салалық біліктілік шеңберлері' }, kindMissing: 'Кестені таңдаңыз.', columns: 'Бағандар: {columns}.',
  endedHint: '«ended» бағанында 1 тұрса, жол тоқтатылады; жазба өшірілмейді.', schemesHint: '«scheme» бағанында: nkz, isco08 немесе esco.', template: 'Бос үлгі, CSV', file: 'Файл', take: 'Кестені қабылдау', done: 'Енгізілгені: {entered}, тоқтатылғаны: {ended}, өзгермегені: {unchanged}.',
  fault: '{line}-жол, {column}: {reason}', none: 'Әзірге ештеңе енгізілмеген.', code: 'Коды', name: 'Атауы',
}
export type ClassificationsText = { [K in keyof typeof kk]: (typeof kk)[K] extends string ? string : { [P in keyof (typeof kk)[K]]: string } }
