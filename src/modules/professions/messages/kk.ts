export const kk = {
  denials: {
    'sector-body.organisation-wrong': 'Тізілімдегі салалық органға енгізілген ұйымды таңдаңыз.',
    'sector-body.unknown': 'Тізілімдегі органды таңдаңыз.',
    'sector-body.linked-already': 'Бұл органның немесе ұйымның байланысы бұрыннан бар.',
    'profession.contradicts-itself': 'Тізілім жазбасы өзіне-өзі қайшы келеді.',
    'profession.name-missing': 'Кәсіптің атауы қазақ немесе орыс тілінде жазылуы керек.',
    'profession.levels-missing': 'Ерікті тану үшін кемінде бір біліктілік деңгейі көрсетіледі.',
    'profession.basis-missing': 'Ерікті тану үшін негіз көрсетіледі: кәсіптік стандарт немесе біліктілік талаптары.',
    'profession.basis-of-mandatory': 'Міндетті тануда негіз көрсетілмейді: ол арнаулы заңдармен реттеледі.',
    'profession.form-of-voluntary': 'Ерікті тануда міндетті тексеру нысаны көрсетілмейді.',
    'profession.level-wrong': 'Біліктілік деңгейі 1-ден 8-ге дейінгі бүтін сан болуы керек.',
    'profession.validity-wrong': 'Құжаттың қолданылу мерзімі бүтін ай санымен жазылады немесе бос қалдырылады.',
    'profession.age-wrong': 'Ең төменгі жас 14 пен 99 аралығында болуы керек.',
    'profession.version-to-come': '{code} жазбасының {from} күнінен басталатын нұсқасы бар: жаңа нұсқа одан ерте басталмайды.',
    'profession.not-in-register': '{code} жазбасы тізілімде жоқ немесе алып тасталған.',
    'interest.mandatory': 'Бұл кәсіп бойынша тануды орталық жүргізбейді: оны арнаулы заңға сәйкес мемлекеттік орган жүргізеді.',
    'interest.region-unknown': 'Өңірді тізімнен таңдаңыз.',
  },
  paper: {
    level: '{level}-деңгей, ҰБШ',
    wholeProfession: 'кәсіп толығымен',
    standard: 'Кәсіптік стандарт: {title}',
    requirements: 'Біліктілік талаптары: {title}',
    basisUnknown: 'тізілімде көрсетілмеген',
  },
}
export type ProfessionsText = typeof kk
