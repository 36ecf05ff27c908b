export const kk = {
  denials: {
    'norms.not-proposable': 'Норманы өзгерту ұсынылмады.', 'norms.unknown': 'Мұндай норма жоқ.', 'norms.acts-backwards': 'Өзгерістің кері күші жоқ: {today} күнінен кейінгі күнді белгілеңіз.', 'norms.before-a-later-edition': '{validFrom} күнінен басталатын редакция бекітілген: одан ерте күнді белгілеуге болмайды.',
    'norms.mark-missing': 'Дәлел белгісін таңдаңыз.', 'norms.source-missing': 'Дереккөзін қазақша және орысша жазыңыз.', 'norms.ground-missing': 'Өзгерістің негізін жазыңыз.', 'norms.nothing-changes': 'Мән бұрынғыдай: өзгеріс жоқ.', 'norms.value-missing': 'Белгіленген норманы бос қалдыруға болмайды.', 'norms.value-wrong': 'Мән осы норманың түріне сай емес.',
    'norms.proposed-already': 'Бұл норма бойынша шешілмеген ұсыныс бар.', 'norms.own-proposal': 'Өз ұсынысыңызды өзіңіз бекіте алмайсыз: бұл — екінші адамның ісі.', 'norms.decided-already': 'Бұл ұсыныс бойынша шешім қабылданған.',
  },
  page: {
    title: 'Нормалар', lead: 'Мерзімдер мен талаптардың жаңа мәнін бір адам ұсынады, екіншісі бекітеді. Жүріп жатқан істер өз редакциясында қалады.', proposals: 'Ұсыныстар', none: 'Шешім күткен ұсыныс жоқ.', history: 'Редакциялар', edition: 'Редакция', from: 'Күшіне енеді', ground: 'Негіз', norm: 'Норма', value: 'Мәні', change: 'Өзгерту', before: 'Қазір: {value}', after: 'Жаңа мәні: {value}',
    proposedBy: 'Ұсынған: {name}, {at}', decidedBy: '{name}, {at}', approve: 'Бекіту', reject: 'Қабылдамау', own: 'Сіздің ұсынысыңыз бойынша шешімді екінші адам қабылдайды.', approved: 'бекітілді', rejected: 'қабылданбады', approvedFlash: 'Өзгеріс бекітілді.', rejectedFlash: 'Ұсыныс қабылданбады.',
    formTitle: 'Норманы өзгерту', valueLabel: 'Жаңа мәні', valueHint: 'Бос қалдырылса, норма белгіленбеген деп саналады.', yes: 'иә', no: 'жоқ', mark: 'Дәлел белгісі', sourceKk: 'Дереккөз, қазақша', sourceRu: 'Дереккөз, орысша', validFrom: 'Қай күннен бастап', propose: 'Ұсыну', proposed: 'Ұсыныс жазылды, шешімді екінші адам қабылдайды.', dayWrong: 'Күнді дұрыс жазыңыз.',
  },
}
type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
export type NormsText = Shape<typeof kk>
