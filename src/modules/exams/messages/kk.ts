export const kk = {
  stages: { theory: 'Теория', practice: 'Практика' },
  accommodations: { 'extra-time': 'қосымша уақыт', 'large-print': 'ірі қаріп', place: 'бейімделген орын', assistant: 'көмекші', other: 'өзге жағдай' },
  grounds: {
    'forbidden-item': 'Тыйым салынған зат', communication: 'Басқа адаммен сөйлесу', 'outside-help': 'Бөгде көмек', disturbance: 'Тәртіп бұзу, өзгелерге кедергі',
    'left-place': 'Орнынан рұқсатсыз кету', 'false-identity': 'Өзгенің орнына тапсыру', other: 'Өзге бұзушылық',
  },
  incidents: {
    'line-lost': 'Байланыс үзілді', 'power-cut': 'Жарық сөнді', equipment: 'Жабдық істен шықты', 'server-outage': 'Сервер жұмыс істемеді', health: 'Кандидаттың денсаулығы', other: 'Өзге жағдай',
  },
  seatStates: {
    notified: 'Хабарлама алды', briefing: 'Нұсқама өтіп жатыр', briefed: 'Нұсқамадан өтті', admitted: 'Кіргізілді', writing: 'Жазып отыр', passed: 'Теориядан өтті', 'not-passed': 'Теориядан өтпеді',
    working: 'Тапсырма орындап жатыр', ended: 'Аяқтады', removed: 'Шеттетілді', absent: 'Келмеді',
  },
  forbidden: [
    'пейджер', 'ұялы телефон', 'планшет', 'iPad', 'iPod', 'смартфон', 'ноутбук', 'плеер', 'модем', 'ақпарат бере алатын өзге де мобильді құрылғылар',
    'радиоэлектрондық байланыстың кез келген түрі', 'смарт-сағат', 'смарт-көзілдірік', 'фитнес-білезік', 'диктофон', 'калькулятор', 'сымды құлаққап', 'сымсыз құлаққап', 'шпаргалкалар',
    'оқу-әдістемелік әдебиет',
  ],
  briefing: {
    methodTitle: 'Бағалау әдістемесі', toolsTitle: 'Бағалау құралдары және практикалық тапсырма', complaintTitle: 'Шағым беру тәртібі', appealTitle: 'Апелляция беру тәртібі',
    safetyTitle: 'Жабдықты пайдалану және қауіпсіздік техникасы', forbiddenTitle: 'Емтиханға әкелуге болмайтын заттар',
    complaintText: 'Орталықтың кез келген іс-әрекетіне немесе әрекетсіздігіне кез келген уақытта шағым бере аласыз: іс бетінде немесе қағаз түрінде. Шағым – жеке іс, оған орталық жауап береді, ал өңірлік палата мен Ұлттық орган оны көреді.',
    appealText: 'Тану нәтижесімен келіспесеңіз, құжат немесе хабарлама табыс етілген күннен кейінгі {days} ішінде апелляция беріңіз. Оны бірінші шешімді қабылдауға қатыспаған адамдар қарайды.',
  },
  paper: {
    until: 'соңғы күні — {day}', level: '{level}-деңгей', whole: 'кәсіп толығымен', channelAccount: 'жеке кабинетке жіберілді', channelPaper: 'қағаз түрінде', onSite: 'орталықта, офлайн',
    inKazakh: 'қазақ тілі', inRussian: 'орыс тілі', stages: { theory: 'Теориялық кезең', practice: 'Практикалық кезең' }, bringIdentity: 'Жеке басты куәландыратын құжат',
    centreOperator: 'Орталық операторы', heldByRole: 'Нұсқаманы өткізген', candidateRole: 'Кандидат', witnessRole: 'Қолтаңбаны куәландырған', onPaper: 'қағазға қол қойды', inAccount: 'жеке кабинетте растады',
  },
  letters: {
    notification: {
      subject: '{number}: емтихан күні белгіленді',
      body: '{centre} {number} ісі бойынша емтихан күнін белгіледі.\n\n{sittings}\n\nХабарламаны, тыйым салынған заттардың тізімін және әдістемені мына беттен қараңыз:\n{link}',
    },
  },
  timeline: {
    'theory-credited': 'Қате құрылған сұрақ есептелді', 'theory-credit-left': 'Қате сұрақ бұрынғы әрекетте есептелді: әрі қарай не істелетінін қараңыз',
    'notification-sent': 'Емтихан туралы хабарлама жіберілді', 'notification-replaced': 'Жаңа күн белгіленді: жаңа хабарлама жіберілді', 'briefing-held': 'Таныстыру немесе нұсқама өткізілді',
    'briefing-held.familiarisation': 'Таныстыру өткізілді', 'briefing-held.briefing': 'Кіріспе нұсқама өткізілді', 'briefing-confirmed.familiarisation': 'Кандидат танысқанын растады', 'briefing-confirmed.briefing': 'Кандидат кіріспе нұсқамадан өткенін растады',
    'briefing-confirmed': 'Кандидат танысқанын растады', 'briefing-completed': 'Таныстыру мен нұсқама толық жазылды', 'briefing-again': 'Орын өзгерді: кіріспе нұсқама қайта өткізіледі',
    'briefing-kept': 'Орын өзгерген жоқ: таныстыру мен нұсқама күшінде', 'theory-admitted': 'Кандидат теорияға кіргізілді', 'seat-code-renewed': 'Орын коды жаңартылды', 'theory-started': 'Теория басталды',
    'theory-passed': 'Теориядан өтті', 'theory-not-passed': 'Теориядан өтпеді', 'attempt-held': 'Емтихан өткізілді', 'warning-given': 'Ескерту жасалды', 'warning-acknowledged': 'Кандидат ескертуді оқыды',
    'removed-from-exam': 'Екінші бұзушылық: емтиханнан шеттетілді', 'minutes-given': 'Жоғалған уақыт қайтарылды', 'incident-recorded': 'Оқиға жазылды', 'no-show-recorded': 'Кандидат келмеді',
    'practice-started': 'Практика басталды', 'step-marked': 'Операция бағаланды', 'practice-passed': 'Практикадан өтті', 'practice-not-passed': 'Практика карта бойынша орындалмады',
    'practice-stopped': 'Қауіпсіздік бұзылды: практика тоқтатылды',
  },
  denials: {
    'theory.too-few-questions': '«{topic}» тақырыбында жарамды сұрақ жетіспейді. Бағдарламаның жаңа нұсқасын бекітіңіз.',
    'notice.not-sendable': 'Хабарламаны жіберуге болмайды.', 'notice.in-the-past': 'Бұл күн өтіп кеткен.', 'notice.too-short': 'Емтиханға дейін кемінде {wholeDays} толық жұмыс күні болуы керек. Ең ерте күн: {firstLawfulOn}.',
    'notice.day-off': '{procedureOn} – демалыс күні.', 'notice.no-sitting-theory': 'Теория сеансын таңдаңыз.', 'notice.no-sitting-practice': 'Практика сеансын таңдаңыз.',
    'notice.practice-before-theory': 'Практика теория аяқталғаннан кейін басталуы керек.', 'notice.other-sitting': 'Бұл сеанс басқа кәсіпке, деңгейге немесе орталыққа арналған.',
    'notice.sitting-cancelled': 'Сеанс кестеден алынған.', 'notice.no-seat': '{onDay} күнгі сеанста бос орын қалмады.', 'notice.new-date-needs-ground': 'Жаңа күннің себебін жазыңыз.',
    'notice.no-contract': 'Шарт әлі қабылданған жоқ.', 'notice.none-yet': 'Хабарлама әлі жіберілген жоқ.', 'notice.none-offered-theory': 'Теория үшін {firstLawfulOn} күнінен бастап бос орны бар сеанс жоқ. Сеанс ашыңыз.',
    'notice.none-offered-practice': 'Практика үшін {firstLawfulOn} күнінен бастап бос орны бар сеанс жоқ. Сеанс ашыңыз.',
    'attempt.none-open': 'Бұл іс бойынша ашық емтихан жоқ.', 'attempt.no-sitting': 'Бұл кезеңге сеанс белгіленбеген.',
    'briefing.not-possible': 'Нұсқаманы жазуға болмайды.', 'briefing.not-now': 'Таныстыру мен нұсқама хабарламадан кейін, емтихан басталғанға дейін жазылады.', 'briefing.confirmed-already': 'Бұл бұрын расталған.',
    'briefing.held-already': 'Бұл бұрын өткізілген.', 'briefing.not-held': 'Алдымен қызметкер кіріспе нұсқаманы өткізуі керек.', 'briefing.needs-two-people': 'Өткізген адам мен растаған адам екі бөлек адам болуы керек.',
    'briefing.text-changed': 'Мәтін өзгерді. Бетті жаңартып, қайта оқып шығыңыз.', 'briefing.nothing-chosen': 'Нені растайтыныңызды белгілеңіз.',
    'admission.not-possible': 'Кандидатты кіргізуге болмайды.', 'admission.not-briefed': 'Таныстыру мен кіріспе нұсқаманы екі адам растамаған.', 'admission.other-day': 'Емтихан күні – {sittingOn}.',
    'admission.identity-not-seen': 'Жеке басты куәландыратын құжатты тексеріп, белгілеңіз.', 'admission.too-early': 'Кіру әлі ашылған жоқ.', 'admission.too-late': 'Сеанс аяқталды.',
    'theory.not-startable': 'Емтиханды бастауға болмайды.', 'theory.not-admitted': 'Алдымен бақылаушы сізді кіргізуі керек.', 'theory.not-started': 'Емтихан әлі басталған жоқ.', 'theory.ended': 'Емтихан аяқталды.',
    'answers.too-late': 'Уақыт бітті, бұл жауап қабылданбады.', 'seat.unknown-code': 'Код табылмады немесе пайдаланылған. Бақылаушыдан жаңа код сұраңыз.',
    'practice.not-in-attempt': 'Бұл емтиханда практика тапсырылмайды.', 'practice.theory-first': 'Алдымен теориядан өту керек.', 'practice.not-running': 'Практика қазір өтіп жатқан жоқ.',
    'practice.no-such-step': 'Картада {step}-операция жоқ.', 'practice.note-missing': 'Орындалмаған операцияның себебін жазыңыз.', 'practice.note-too-long': 'Ескертпе {most} таңбадан аспасын.',
    'practice.ground-missing': 'Қауіпсіздік қалай бұзылғанын жазыңыз.', 'practice.not-stoppable': 'Практиканы тоқтатуға болмайды.', 'practice.step-not-critical': '{step}-операция қауіпсіздік үшін шешуші емес, практика тоқтатылмайды.',
    'practice.not-closable': 'Практиканы аяқтауға болмайды.', 'practice.not-all-marked': 'Бағаланбаған операциялар: {steps}.',
    'violation.unknown-ground': 'Негізді тізімнен таңдаңыз.', 'violation.note-missing': 'Не болғанын жазыңыз.', 'violation.another-recorded': 'Осы арада тағы бір бұзушылық жазылды. Жағдайды тексеріп, қайта шешіңіз.', 'violation.not-running': 'Бұл кезең қазір өтіп жатқан жоқ.',
    'incident.unknown-kind': 'Оқиға түрін таңдаңыз.', 'incident.note-missing': 'Не болғанын жазыңыз.', 'incident.minutes-wrong': 'Минут саны — 0 мен {most} аралығындағы бүтін сан.', 'incident.no-time-running': 'Қайтарылатын уақыт жоқ: емтихан өтіп жатқан жоқ.',
    'no-show.not-possible': 'Келмегенін жазуға болмайды.', 'no-show.was-there': 'Кандидат емтиханды бастаған.', 'no-show.sitting-not-over': 'Сеанс аяқталғанша күтіңіз.',
  },
}
type Shape<T> = { [K in keyof T]: T[K] extends string ? string : T[K] extends readonly string[] ? readonly string[] : Shape<T[K]> }
export type ExamMessages = Shape<typeof kk>
