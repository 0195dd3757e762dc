import { describe, expect, it } from 'vitest';
import { reasonKind } from './inbox-reason';

describe('the kind of a reason', () => {
  it.each([
    ['not-found', 'not-found'],
    ['supplement-differs', 'differs'],
    ['comments-differ', 'differs'],
    ['more-time-over', 'gone-on'],
    ['comments-closed', 'gone-on'],
    ['external-id-differs', 'id-taken'],
    ['offer-before-decision', 'decision-waits'],
    ['unexpected', 'unexpected'],
    ['something-new', 'other'],
  ])('%s: %s', (reason, kind) => expect(reasonKind(reason)).toBe(kind));
});
