import { describe, expect, it } from 'vitest';
import { type MessageState, type Progress, progressOf } from './progress';

describe('how far a message has come', () => {
  it.each<[MessageState, Progress]>([
    ['sent', 'sent'],
    ['unrouted', 'undelivered'],
    ['parked', 'undelivered'],
    ['received', 'delivered'],
  ])('%s: %s, and read once somebody has said so', (state, progress) => {
    expect(progressOf({ state, readAt: null })).toBe(progress);
    expect(progressOf({ state, readAt: new Date() })).toBe('read');
  });
});
