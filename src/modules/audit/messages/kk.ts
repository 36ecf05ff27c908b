export const kk = {
  kinds: {
    'certificate-expiry-reminded': 'Аттестат мерзімінің аяқталатыны ескертілді',
    'certificate-event-proposed': 'Аттестат туралы шешім ұсынылды',
    'certificate-event-approved': 'Аттестат туралы шешім бекітілді',
    'certificate-event-rejected': 'Аттестат туралы ұсыныс қабылданбады',
    'clock-moved': 'Көрсетілім сағаты жылжытылды', 'reference-loaded': 'Анықтамалық деректер жүктелді', 'demonstration-begun': 'Көрсетілімді жүктеу басталды', 'demonstration-loaded': 'Көрсетілім жүктелді', 'norms-supplemented': 'Платформаның жаңа нормалары қосылды', 'norm-proposed': 'Норманы өзгерту ұсынылды', 'norm-approved': 'Норманың өзгерісі бекітілді', 'norm-rejected': 'Норманы өзгерту қабылданбады', 'contacts-changed': 'Байланыс деректері өзгертілді',
    'password-changed': 'Құпиясөз өзгертілді', 'password-reset': 'Құпиясөз қайта қойылды', 'password-reset-asked': 'Құпиясөзді қайта қою сұралды', 'role-granted': 'Рөл берілді', 'role-revoked': 'Рөл қайтарып алынды', 'second-factor-on': 'Екінші фактор қосылды', 'second-factor-off': 'Екінші фактор өшірілді', 'second-factor-begun': 'Екінші фактор баптала бастады',
    'account-opened': 'Аккаунт ашылды', 'account-closed': 'Аккаунт жабылды', 'sign-ins-ended': 'Барлық құрылғыдан шығарылды', 'signed-in': 'Кірді', 'interest-left': 'Кәсіпке қызығушылық білдірілді', 'accessibility-set': 'Қолжетімділік паспорты өзгертілді', 'price-list-published': 'Баға тізбесі жарияланды', 'room-opened': 'Бөлме ашылды', 'room-closed': 'Бөлме жабылды',
    'sector-body-linked': 'Ұйым салалық органмен байланыстырылды', 'outcome-registered': 'Міндетті тану құжаты тіркелді', 'outcome-corrected': 'Міндетті тану құжатының жазбасы түзетілді', 'outcome-annulled': 'Міндетті тану құжатының күші жойылды', 'outcomes-imported': 'Міндетті тану құжаттары файлдан тіркелді', 'procedure-published': 'Тану рәсімі жарияланды',
    'organisation-created': 'Ұйым енгізілді', 'api-key-created': 'API кілті жасалды', 'api-key-revoked': 'API кілті қайтарып алынды', 'register-imported': 'Тізілімге кесте енгізілді', 'application-returned': 'Өтініш қайтарылды', 'sitting-created': 'Сеанс кестеге қойылды', 'sitting-cancelled': 'Сеанс кестеден алынды', 'person-verified': 'Жеке басы расталды',
    'programme-drafted': 'Бағдарлама нұсқасы ашылды', 'programme-changed': 'Бағдарлама өзгертілді', 'programme-submitted': 'Бағдарлама бекітуге жіберілді', 'programme-approved': 'Бағдарлама бекітілді', 'programme-returned': 'Бағдарлама қайтарылды', 'programme-retired': 'Бағдарлама қолданыстан шығарылды', 'items-imported': 'Сұрақтар импортталды',
  },
  chains: { 'mandatory-outcomes': 'салалық органның міндетті тану құжаттары', accreditation: 'аккредиттеу ісі', account: 'аккаунт', person: 'адам', case: 'іс', centre: 'орталық', organisation: 'ұйым', programme: 'бағдарлама', 'programme-version': 'бағдарлама', sitting: 'сеанс', register: 'тізілім', instance: 'платформа', returned: 'қайтарылған өтініш' },
  journal: {
    title: 'Журнал', lead: 'Барлық әрекет: кім, қашан, не істеді. Жазба өзгертілмейді және өшірілмейді, тізбек хэшпен бекітілген.', find: 'Іс нөмірі', kind: 'Әрекет', all: 'барлығы', from: 'Қай күннен', until: 'Қай күнге дейін', columns: { at: 'Уақыты', actor: 'Кім', act: 'Әрекет', where: 'Қайда', seq: '№' }, empty: 'Мұндай жазба жоқ', emptyText: 'Сүзгіні өзгертіп көріңіз.',
    system: 'платформа', partner: 'серіктес жүйе', anonymous: 'белгісіз', more: 'Ескірек жазбалар', newest: 'Ең жаңалары', whole: 'Тізбек бүтін: {n} жазба.', broken: 'Тізбек {at}-жазбада бұзылған!', csv: 'CSV жүктеу', onlyOf: 'Осы адамның әрекеттері', dayHint: 'ЖЖЖЖ-АА-КК',
  },
  checkpoints: {
    title: 'Бақылау нүктелері', lead: 'Минут сайын платформа журналдың әр тізбегі қай жерге жеткеніне қол қояды; кілт дерекқордан тыс жатады. Файлды алып, өз қолыңызда сақтаңыз: кейін журнал тұтас қайта жазылса да, айырмашылық көрінеді.',
    columns: { no: '№', at: 'Уақыты', entries: 'Жазба саны', root: 'Түбір', key: 'Кілт' }, empty: 'Бақылау нүктесі әлі жоқ', emptyText: 'Алғашқысы бір минут ішінде қойылады.', download: 'Бақылау нүктесін жүктеу (JSON)', check: 'Қазір тексеру', whole: 'Барлығы дұрыс: {n} бақылау нүктесі журналмен салыстырылды.', broken: 'Айырмашылық табылды', line: '{no}-нүкте: {fault}',
    faults: { gap: 'алдыңғы нүкте жоқ', 'previous-root': 'алдыңғы нүкте басқа', 'unknown-key': 'кілті белгісіз', signature: 'қолтаңба дұрыс емес', root: 'түбір сәйкес емес', entry: 'жазба жоқ немесе өзгертілген ({chain}, {seq})' },
  },
  views: { title: 'Істі кім ашты', lead: 'Қызметкерлер мен бақылаушы органдардың іс папкасын ашуы. Бір адамның бір істі қарауы сағатына бір рет жазылады.', columns: { at: 'Уақыты', who: 'Кім', number: 'Іс' }, empty: 'Жазба жоқ', emptyText: 'Іс папкасы ашылғанда осында жазылады.', own: 'Ісіңізді кім ашты', ownEmpty: 'Ісіңізді әзірге ешкім ашпаған.' },
}
type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
export type AuditText = Shape<typeof kk>
