import { describe, expect, it } from 'vitest';
import { createResident } from './builders';
import { dumpEverything } from './test-database';

describe('a stolen dump', () => {
  it('shows no personal number and no name', async () => {
    await createResident('granvik', {
      nationalId: '194207099146',
      givenName: 'Astrid-Maria',
      surname: 'Ovanlig',
    });
    const dump = await dumpEverything();
    expect(dump).toContain('auth_session');
    for (const secret of ['194207099146', '4207099146', 'Astrid-Maria', 'Ovanlig'])
      expect(dump).not.toContain(secret);
  });
});
