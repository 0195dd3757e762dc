import { describe, expect, it } from 'vitest';
import { grantScopes } from './scopes';

describe('the scopes of a token', () => {
  const own = ['deliveries.read', 'cases.read'];

  it('are all of the system’s where none is asked for', () => {
    expect(grantScopes(own, undefined)).toEqual(own);
    expect(grantScopes(own, '  ')).toEqual(own);
  });

  it('are those asked for, once each', () => {
    expect(grantScopes(own, 'cases.read  cases.read')).toEqual(['cases.read']);
  });

  it('are none when one is asked for that the system does not have', () => {
    expect(grantScopes(own, 'cases.read cases.write')).toBeNull();
  });
});
