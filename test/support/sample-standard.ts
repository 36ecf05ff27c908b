import { CARD_TEXTS, emptyStandard, PASSPORT_TEXTS, textsOf, type BasisText, type StandardContent } from '../../src/modules/standards/domain/standard.ts'

const both = (text: string): BasisText => ({ kk: `${text} kk`, ru: `${text} ru` })

/** A whole standard of one card, for tests. */
export function sampleStandard(professionCode = 'K-T001', level = 4): StandardContent {
  const passport = emptyStandard().passport
  for (const part of PASSPORT_TEXTS) passport[part] = both(part)
  return {
    passport,
    cards: [{
      code: '1', name: both('card'), professionCode, occupationCode: '7212-1', level, tariffGrade: null, aim: both('aim'),
      texts: { ...textsOf(CARD_TEXTS), education: both('education') },
      functions: [
        { code: '1.1', name: both('prepare'), mandatory: true, skills: [{ code: '1.1.1', name: both('check'), alone: true, abilities: [both('see'), both('measure')], knowledge: [both('rules')] }] },
        { code: '1.2', name: both('weld'), mandatory: false, skills: [{ code: '1.2.1', name: both('seam'), alone: false, abilities: [both('set')], knowledge: [both('metals')] }] },
      ],
    }],
  }
}
