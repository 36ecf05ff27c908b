import { expect, test } from 'vitest';
import { assertNone, Denial, deny, isDenial, nothingFound } from './denial.ts';

test('an empty list of reasons lets the act pass', () => {
  expect(() => assertNone('appeal.not-admissible', [])).not.toThrow();
});

test('a denial carries every reason, not only the first', () => {
  const blockers = [{ code: 'appeal.term-over', data: { dueOn: '2026-04-10' } }, { code: 'appeal.already-lodged' }];
  try {
    assertNone('appeal.not-admissible', blockers);
    expect.unreachable();
  } catch (error) {
    expect(isDenial(error, 'appeal.not-admissible')).toBe(true);
    expect((error as Denial).blockers).toEqual(blockers);
    expect((error as Denial).message).toBe('appeal.not-admissible');
  }
});

test('a denial with data keeps it, and is told apart from a fault and from another code', () => {
  try {
    deny('calendar.year-missing', { year: 2028 });
  } catch (error) {
    expect((error as Denial).data).toEqual({ year: 2028 });
    expect((error as Denial).blockers).toEqual([]);
    expect(isDenial(error)).toBe(true);
    expect(isDenial(error, 'another.code')).toBe(false);
  }
  expect(isDenial(new Error('calendar.year-missing'))).toBe(false);
});

test('what is not found for the reader is nothing; another no and a fault go on', async () => {
  const no = new Denial('exam.over');
  const fault = new Error('not-found');
  expect(await Promise.reject(new Denial('not-found')).catch(nothingFound)).toBeUndefined();
  expect(await Promise.resolve('the room').catch(nothingFound)).toBe('the room');
  await expect(Promise.reject(no).catch(nothingFound)).rejects.toBe(no);
  await expect(Promise.reject(fault).catch(nothingFound)).rejects.toBe(fault);
});
