import { describe, expect, it } from 'vitest';
import { operationOf } from './source';

const contract = {
  paths: {
    '/cases/{caseId}': { get: { operationId: 'get-case' } },
    '/cases/{caseId}/phase': { post: { operationId: 'record-phase' } },
    '/cases/{caseId}/decisions/{externalId}': { put: { operationId: 'put-decision' } },
  },
};

describe('what the portal’s document calls a call', () => {
  it('is found by method and address, with what stands in it', () => {
    expect(operationOf(contract, 'PUT', '/cases/c1/decisions/B%2D1')).toEqual({
      operation: 'put-decision',
      params: { caseId: 'c1', externalId: 'B-1' },
    });
    expect(operationOf(contract, 'POST', '/cases/c1/phase')).toEqual({
      operation: 'record-phase',
      params: { caseId: 'c1' },
    });
  });

  it('is not there for what the document does not have', () => {
    expect(operationOf(contract, 'POST', '/cases/c1')).toBeNull();
    expect(operationOf(contract, 'POST', '/cases/c1/phases')).toBeNull();
  });
});
