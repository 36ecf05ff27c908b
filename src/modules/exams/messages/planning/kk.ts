export const kk = {
  timeline: {
    'interest-declared': 'Мүдделер қақтығысы туралы мәлімделді', 'interest-withdrawn': 'Мүдделер қақтығысы туралы мәлімдеме негізсіз деп танылды',
    'exam-postponed-candidate': 'Кандидат емтихан күнін кейінге қалдырды', 'exam-postponed-illness': 'Кандидаттың ауруына байланысты емтихан күні кейінге қалдырылды', 'exam-postponed-centre': 'Орталық емтихан күнін кейінге қалдырды',
  },
  letters: {
    postponed: { subject: '{number}: емтихан күні кейінге қалдырылды', candidate: '{number} ісі бойынша емтихан күні сіздің өтінішіңізбен кейінге қалдырылды. Орталық жаңа күнді мерзімінде тегін тағайындайды.\n{link}', illness: '{number} ісі бойынша емтихан күні ауруыңызға байланысты кейінге қалдырылды. Орталық жаңа күнді мерзімінде тегін тағайындайды.\n{link}', centre: '{number} ісі бойынша орталық емтиханды белгіленген күні өткізе алмайды. Жаңа күн мерзімінде тегін тағайындалады, өткен кезең сақталады.\n{link}' },
  },
  denials: {
    'postponement.not-possible': 'Емтихан күнін кейінге қалдыруға болмайды.', 'postponement.begun': 'Емтихан басталып кеткен: оны кейінге қалдыруға болмайды.', 'postponement.over': 'Сеанс аяқталған.', 'postponement.note-too-long': 'Мәтін {most} таңбадан аспауға тиіс.', 'postponement.paper-missing': 'Ауру туралы құжаттың нөмірі мен күнін жазыңыз.', 'postponement.note-missing': 'Себебін жазыңыз.', 'postponement.too-often': 'Бір талпыныста күнді {times} реттен артық кейінге қалдыруға болмайды.', 'postponement.too-late': 'Емтиханға дейін кемінде {days} толық жұмыс күні қалуға тиіс.', 'postponement.somebody-runs': 'Сеанста {n} адам емтихан тапсырып жатыр. Алдымен оны тоқтатыңыз.', 'postponement.ground-missing': 'Негізін таңдаңыз.',
    'conflict.same-person': '{name} өзін өзі бағалай алмайды.', 'conflict.same-employer': 'Мүдделер қақтығысы: {name} мен кандидаттың жұмыс берушісі бір.', 'conflict.declared-kin': 'Мүдделер қақтығысы: {name} мен кандидаттың туыстығы мәлімделген.',
    'conflict.taught-by': 'Мүдделер қақтығысы: {name} кандидатты оқытқаны мәлімделген.', 'conflict.marked-before': 'Мүдделер қақтығысы: {name} кандидатты бұрын бағалаған.', 'conflict.same-address': 'Мүдделер қақтығысы: {name} мен кандидаттың мекенжайы бір.',
    'sitting.staff-not-possible': 'Бұл адамдарды сеансқа тағайындауға болмайды.',
    'interest.not-possible': 'Мәлімдеме қабылданбайды.', 'interest.kind-missing': 'Байланыстың түрін таңдаңыз.', 'interest.no-staff': 'Орталықтың қызметкерін таңдаңыз.', 'interest.own-case': 'Бұл — өз ісіңіз, мәлімдеменің қажеті жоқ.',
    'interest.stands-already': 'Мұндай мәлімдеме бар.', 'interest.case-closed': 'Іс жабылған.', 'interest.own': 'Өзіңіз туралы мәлімдемені алып тастай алмайсыз.', 'interest.ground-missing': 'Негізін жазыңыз (500 таңбаға дейін).',
  },
}
export type ExamPlanningText = typeof kk
