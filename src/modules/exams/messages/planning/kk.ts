export const kk = {
  timeline: {
    'interest-declared': 'Мүдделер қақтығысы туралы мәлімделді', 'interest-withdrawn': 'Мүдделер қақтығысы туралы мәлімдеме негізсіз деп танылды',
  },
  denials: {
    'conflict.same-person': '{name} өзін өзі бағалай алмайды.', 'conflict.same-employer': 'Мүдделер қақтығысы: {name} мен кандидаттың жұмыс берушісі бір.', 'conflict.declared-kin': 'Мүдделер қақтығысы: {name} мен кандидаттың туыстығы мәлімделген.',
    'conflict.taught-by': 'Мүдделер қақтығысы: {name} кандидатты оқытқаны мәлімделген.', 'conflict.marked-before': 'Мүдделер қақтығысы: {name} кандидатты бұрын бағалаған.', 'conflict.same-address': 'Мүдделер қақтығысы: {name} мен кандидаттың мекенжайы бір.',
    'sitting.staff-not-possible': 'Бұл адамдарды сеансқа тағайындауға болмайды.',
    'interest.not-possible': 'Мәлімдеме қабылданбайды.', 'interest.kind-missing': 'Байланыстың түрін таңдаңыз.', 'interest.no-staff': 'Орталықтың қызметкерін таңдаңыз.', 'interest.own-case': 'Бұл — өз ісіңіз, мәлімдеменің қажеті жоқ.',
    'interest.stands-already': 'Мұндай мәлімдеме бар.', 'interest.case-closed': 'Іс жабылған.', 'interest.own': 'Өзіңіз туралы мәлімдемені алып тастай алмайсыз.', 'interest.ground-missing': 'Негізін жазыңыз (500 таңбаға дейін).',
  },
}
export type ExamPlanningText = typeof kk
