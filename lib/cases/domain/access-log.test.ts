import { describe, expect, it } from 'vitest';
import { deedOf } from './access-log';

describe('an action in plain words', () => {
  it.each([
    ['cases.get-case-for-system', 'case', 'read', 'case'],
    ['cases.get-answer-for-system', 'supplement', 'read', 'supplement'],
    ['cases.get-case-file', 'file', 'read', 'file'],
    ['cases.record-received-by-office', 'case', 'wrote', 'application'],
    ['cases.record-phase', 'case', 'wrote', 'case'],
    ['cases.record-supplement-request', 'supplement', 'wrote', 'supplement'],
    ['cases.withdraw-supplement-request', 'supplement', 'wrote', 'supplement-withdrawn'],
    ['cases.record-supplement-received', 'supplement', 'wrote', 'supplement-received'],
    ['cases.record-decision', 'decision', 'wrote', 'decision'],
    ['back-office.read-inbox-message', 'case', 'read', 'inbox-message'],
    ['back-office.dismiss-inbox-message', 'inbox-message', 'wrote', 'inbox-message-dismissed'],
    ['applications.get-receipt', 'application', 'read', 'application'],
    ['something.never-heard-of', 'moon', 'wrote', 'other'],
    ['something.get-moon', null, 'read', 'other'],
  ])('%s on %s: %s %s', (action, objectType, kind, thing) => {
    expect(deedOf(action, objectType)).toEqual({ kind, thing });
  });
});
