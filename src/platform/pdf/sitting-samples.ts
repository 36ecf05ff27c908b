import type { PaperCentre, PaperData, PaperPerson } from './papers.ts';

/** A sample of the pack of a sitting, with the people and places of the other samples. */
export function sittingSamples({ person, centre }: { person: PaperPerson; centre: PaperCentre }): Pick<PaperData, 'sitting-pack'> {
  return {
    'sitting-pack': {
      demo: true, number: '15.12.2026/1', madeAt: { kk: '2026 ж. 14 желтоқсан, 16:00', ru: '14 декабря 2026 г., 16:00' }, centre,
      stage: { kk: 'Теориялық кезең', ru: 'Теоретический этап' }, qualification: { kk: 'Кондитер, 4-деңгей', ru: 'Кондитер, уровень 4' }, date: { kk: '2026 ж. 15 желтоқсан', ru: '15 декабря 2026 г.' }, time: '10:00–12:00', place: { kk: '101-дәрісхана', ru: 'Аудитория 101' },
      staff: [{ role: { kk: 'Бақылаушы', ru: 'Наблюдатель' }, name: 'Ғабитқызы Әсем' }],
      people: [
        { seat: '1', name: person.name, iin: '••••••••0025', caseNumber: '2026-01-000012-K', language: { kk: 'қазақша', ru: 'казахский' }, accommodation: { kk: 'қосымша уақыт', ru: 'дополнительное время' }, familiarisation: '14.12.2026, 09:00', briefing: '' },
        { seat: '3', name: 'Өтегенов Нұрлан', iin: '••••••••0121', caseNumber: '2026-01-000013-L', language: { kk: 'орысша', ru: 'русский' }, accommodation: { kk: '', ru: '' }, familiarisation: '', briefing: '' },
      ],
      coveredFaces: { kk: 'Өтегенов Нұрлан. Бетін бір жыныстағы қызметкер бөлек салыстырады.', ru: 'Өтегенов Нұрлан. Лицо сличает сотрудник того же пола, отдельно от других.' },
      plan: [[{ seat: '1', name: 'Өтеғұлқызы Ж.' }, { seat: '2', name: '' }, { seat: '3', name: 'Өтегенов Н.' }, { seat: '4', name: '' }]],
      emergency: [{ kk: 'Емтихан тоқтатылады, адамдар шығарылады.', ru: 'Экзамен останавливают, людей выводят.' }], emergencySource: { kk: 'Платформаның әдепкі мәтіні.', ru: 'Текст платформы по умолчанию.' },
    },
  };
}
