export const kk = {
  certificate: {
    title: 'Аккредиттеу аттестаты',
    lead: 'Орталықтың аттестаты, оның қолданылу мерзімі және әр кәсіп бойынша емтихан өткізуге не жетіспейтіні.',
    none: 'Аттестат жоқ', noneText: 'Берілген аттестат осы жерде көрінеді.',
    number: '№ {number} аттестат', dates: 'Қолданылу мерзімі', datesValue: '{from} – {until}',
    left: 'Аяқталуына дейін', daysLeft: 'қалған күн: {days}',
    paper: 'Аттестат (PDF)', publicPage: 'Жұртшылыққа арналған беті', atCase: 'Аккредиттеу ісі {number}',
    scope: 'Аккредиттеу аясы', profession: 'Кәсіп', level: 'Деңгей', state: 'Жай-күйі',
    happened: 'Аттестат туралы шешімдер', happenedNone: 'Аттестат берілгелі шешім қабылданған жоқ.', whole: 'аттестат тұтастай', about: 'Қатысты', from: 'Күшіне енген күні', ground: 'Негізі', circumstances: 'Мән-жайы', fromRegister: 'Тізіліммен бірге келген мәлімет, негізі көрсетілмеген.', clauseUnknown: 'тармағы көрсетілмеген',
    readiness: 'Емтихан өткізуге дайындық', examine: 'Емтихан', ready: 'өткізуге болады', notReady: 'өткізуге болмайды', ahead: 'Алдағы сеанстар', open: 'Ашу',
    cases: 'Аккредиттеу істері', casesNone: 'Платформада аккредиттеу ісі жоқ.', caseNumber: 'Іс', caseStep: 'Кезеңі', draft: 'Жоба',
    missing: 'Жетіспейді', warnings: 'Назар аударыңыз', complete: 'Бұл деңгей бойынша емтихан өткізуге бәрі бар.',
    price: 'Бағасы', noPrice: 'жарияланбаған', programme: 'Бағдарлама', noProgramme: 'бекітілген нұсқа жоқ', version: '{n}-нұсқа', certificateOf: 'Аттестат', until: '№ {number}, {date} күніне дейін',
    assessors: 'Сарапшылар', assessorsNone: 'тағайындалмаған', sittings: 'Алдағы сеанстар', sittingsNone: 'Кестеде сеанс жоқ.', when: 'Уақыты', stage: 'Кезең', room: 'Бөлме', seats: 'Бос орын', seatsValue: '{seats} орынның {free} орны бос',
    toPrices: 'Баға тізбесіне', toProgrammes: 'Бағдарламаларға', toPeople: 'Қызметкерлерге', toSittings: 'Емтихандар кестесіне', toRegister: 'Тізілімдегі беті', levelTitle: '{level}-деңгей', kinds: { initial: 'алғашқы аккредиттеу', extension: 'аяны кеңейту', renewal: 'мерзімін ұзарту', reissue: 'қайта ресімдеу' },
  },
}
export type OwnDeskText = typeof kk
