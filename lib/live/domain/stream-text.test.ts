import { describe, expect, it } from 'vitest';
import { beatText, endText, missedSince, newsText, retryText } from './stream-text';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (seconds: number) => String(now.getTime() - seconds * 1000);

describe('since when a page may have missed something', () => {
  it('is a little before the moment it names', () => {
    expect(missedSince(ago(0), now)).toEqual(new Date('2026-11-22T11:59:40Z'));
    expect(missedSince(ago(120), now)).toEqual(new Date('2026-11-22T11:57:40Z'));
  });

  it('is unknown when it names none, has been away for long, or lives in the future', () => {
    for (const mark of [null, '', 'x', '-5', '1e9', ago(121), ago(-21), '9'.repeat(16)]) {
      expect(missedSince(mark, now), String(mark)).toBeNull();
    }
    expect(missedSince(ago(-19), now)).not.toBeNull();
  });
});

it('writes events that end with an empty line', () => {
  expect(newsText('again', 5)).toBe('event: news\nid: 5\ndata: again\n\n');
  expect(beatText(5)).toBe('event: beat\nid: 5\ndata: beat\n\n');
  expect(retryText(100)).toBe('retry: 100\n\n');
  expect(endText).toBe('event: end\ndata: end\n\n');
});
