import { describe, expect, it } from 'vitest';
import { isChosenFile } from './chosen-file';

describe('a file somebody chose', () => {
  it.each([
    ['a file', new File(['x'], 'a.pdf'), true],
    ['an empty one, to be told that it is', new File([], 'a.pdf'), true],
    ['a field left alone', new File([], ''), false],
    ['a field left alone, with JavaScript', new File([], 'undefined'), false],
    ['text', 'a.pdf', false],
    ['nothing', null, false],
  ])('%s', (_, value, chosen) => {
    expect(isChosenFile(value)).toBe(chosen);
  });
});
