import { expect, test } from 'vitest';
import { isStage, STAGES } from './exam-stage.ts';

test('the stages stand in their order, and nothing else is one', () => {
  expect(STAGES).toEqual(['theory', 'practice']);
  expect(['practice', 'theory', 'Theory', '', 'identity', 'toString'].filter(isStage)).toEqual(['practice', 'theory']);
});
