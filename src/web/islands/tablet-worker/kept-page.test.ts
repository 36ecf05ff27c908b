import { describe, expect, it } from 'vitest'
import { isAsset, isKeptPage, isSignOut } from './kept-page.ts'

describe('what a tablet keeps for a day without a line', () => {
  it.each([
    ['/kk/accreditor/surveys/01a22163-f963-76e3-942c-c0858309ba89/tablet', true], ['/ru/accreditor/surveys/01a22163-f963-76e3-942c-c0858309ba89/tablet', true],
    ['/kk/accreditor/surveys/01a22163-f963-76e3-942c-c0858309ba89', false], ['/kk/accreditor/surveys', false], ['/kk/cases/01a22163-f963-76e3-942c-c0858309ba89/tablet', false],
    ['/kk/examiner/sittings/01a22163-f963-76e3-942c-c0858309ba89/tablet', true], ['/kk/examiner/marking/2026-01-000005-N', false],
    ['/xx/accreditor/surveys/01a22163-f963-76e3-942c-c0858309ba89/tablet', false], ['/kk/accreditor/surveys/a/b/tablet', false],
  ])('%s: %s', (path, kept) => expect(isKeptPage(path)).toBe(kept))

  it('with its sheets and scripts alone', () => expect(['/assets/tanu-1.css', '/api/v1/regions', '/attachments/1'].map(isAsset)).toEqual([true, false, false]))

  it('and when it forgets it', () => expect(['/kk/sign-out', '/kk/sign-in', '/sign-out'].map(isSignOut)).toEqual([true, false, false]))
})
