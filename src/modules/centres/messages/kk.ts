export const kk = {
  denials: {
    'price-list.not-publishable': 'Баға тізбесін жариялауға болмайды.',
    'price-list.too-early': 'Жаңа баға тізбесі ертеңнен ерте күшіне енбейді: адамдар көріп қойған баға өзгермейді.',
    'price-list.day-taken': 'Бұл күннен басталатын баға тізбесі бар.',
    'price-list.no-scope': 'Орталықтың қолданыстағы аккредиттеу аясы жоқ.',
    'price-list.line-missing': 'Бағасы көрсетілмеген: {line}.',
    'price-list.line-out-of-scope': 'Аккредиттеу аясында жоқ: {line}.',
    'price-list.line-repeated': 'Екі рет жазылған: {line}.',
    'price-list.amount-wrong': 'Бағаны теңгемен, бүтін санмен жазыңыз: {line}.',
    'price-list.part-over-whole': 'Бір кезеңді қайта тапсыру екі кезеңді қайта тапсырудан қымбат бола алмайды: {line}.',
    'room.name-missing': 'Бөлменің атауын екі тілде жазыңыз (120 таңбаға дейін).',
    'room.seats-wrong': 'Орын саны — 1 мен {most} аралығындағы бүтін сан.',
    'room.closed-already': 'Бұл бөлме жабылып қойған.',
    'room.has-sittings': 'Бөлмеде алда {coming} сеанс бар. Алдымен оларды кестеден алыңыз.',
    'accessibility.unknown-feature': 'Қолжетімділік паспортында мұндай тармақ жоқ.',
    'accessibility.note-too-long': 'Ескертпе тым ұзын: {most} таңбаға дейін.',
    'accessibility.note-in-both': 'Ескертпені екі тілде де жазыңыз.',
  },
  paper: { certificate: '№ {number}, қолданылуының соңғы күні — {until}' },
}
export type CentresText = typeof kk
