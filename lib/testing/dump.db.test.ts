import { describe, expect, it } from 'vitest';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { getCase } from '@/lib/cases/queries/get-case';
import { getOverview } from '@/lib/cases/queries/get-overview';
import { listMyCases } from '@/lib/cases/queries/list-my-cases';
import { startBankIdOrder } from '@/lib/identity/commands/start-bank-id-order';
import { newToken } from '@/lib/platform/crypto';
import { aNobody, createResident } from './builders';
import { createReceivedCase } from './cases-world';
import { startSimulatedBankId } from './simulated-bank-id';
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

  it('nor who handles a case, by name or telephone', async () => {
    const theCase = await createReceivedCase();
    const officer = {
      name: 'Hedvig Sällsynt',
      unit: 'Enheten för ovanligheter',
      phone: '0000-98 76 54',
      email: 'hedvig.sallsynt@example.org',
    };
    const { caseId, system, resident } = theCase;
    await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: new Date(), officer });
    expect((await getCase(resident, caseId, 'sv')).officer).toMatchObject(officer);
    expect((await getOverview(resident, 'sv')).ongoing).toMatchObject([{ officer: officer.name }]);
    expect((await listMyCases(resident, 'sv', { filter: 'all' })).cases).toMatchObject([
      { officer: officer.name },
    ]);
    const dump = await dumpEverything();
    expect(dump).toContain('officer-named');
    for (const secret of Object.values(officer)) expect(dump).not.toContain(secret);
  });

  it('nor from where somebody logs in, or what a link to the log-in said', async () => {
    const bankId = await startSimulatedBankId();
    try {
      await startBankIdOrder(
        aNobody('granvik'),
        {
          kind: 'auth',
          flow: 'qr',
          visibleText: 'Du loggar in.',
          returnTo: '/en/cases/1?name=Ovanlighetsman',
          browserToken: newToken(),
          previousBrowserToken: '',
          deviceToken: newToken(),
          ip: '203.0.113.199',
          userAgent: 'Firefox',
          host: 'granvik.localhost',
          scheme: 'http',
        },
        { client: bankId.client, now: bankId.now },
      );
    } finally {
      await bankId.close();
    }
    const dump = await dumpEverything();
    expect(dump).toContain('/en/cases/1');
    for (const secret of ['203.0.113.199', 'Ovanlighetsman']) expect(dump).not.toContain(secret);
  }, 60_000);
});
