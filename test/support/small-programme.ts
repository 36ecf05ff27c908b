import type { ProgrammeFile } from '#modules/programmes/index.ts'

const both = (kk: string, ru: string) => ({ kk, ru })

/** The smallest programme by which an exam could be held: one topic, two questions, one operation. */
export function aSmallProgramme(): ProgrammeFile {
  const question = (code: string, kk: string, ru: string) => ({
    code, topic: 'T1', kind: 'single' as const, stem: both(kk, ru), options: [{ key: 'a', text: both('Иә', 'Да') }, { key: 'b', text: both('Жоқ', 'Нет') }], correct: ['a'],
  })
  return {
    title: both('Шағын бағдарлама (үлгі)', 'Малая программа (образец)'), topics: [{ code: 'T1', name: both('Еңбекті қорғау', 'Охрана труда') }], blueprint: [{ topic: 'T1', count: 2 }], theoryMinutes: 10,
    map: {
      title: both('Жұмыс орнын дайындау', 'Подготовка рабочего места'), task: both('Жұмыс орнын дайындаңыз.', 'Подготовьте рабочее место.'), minutes: 15,
      steps: [{ no: 1, operation: both('Құралды тексеру', 'Проверка инструмента'), criterion: both('Ақауы жоқ', 'Исправен'), minutes: 5, critical: true, optional: false }],
    },
    methodology: both('Сынақ екі бөлімнен тұрады.', 'Экзамен состоит из двух частей.'), briefing: both('Қауіпсіздік ережесі айтылады.', 'Проводится инструктаж.'),
    recommendations: { T1: both('Ережелерді қайталаңыз.', 'Повторите правила.') }, needs: both('Жеке куәлік', 'Удостоверение личности'),
    items: [question('S-1', 'Ақаулы құралмен жұмыс істеуге тыйым салына ма?', 'Запрещено ли работать неисправным инструментом?'), question('S-2', 'Жұмыс алдында құрал тексеріле ме?', 'Проверяют ли инструмент перед работой?')],
  }
}
