import { expect, it } from 'vitest';
import { publishServiceVersion } from '@/lib/catalogue/commands/publish-service-version';
import { addDays, dateInSweden } from '@/lib/kernel/calendar-date';
import { write } from '@/lib/platform/db';
import { createSubmitted } from '@/lib/testing/back-office-world';
import { createSystemActor, decision, job, residentOf } from '@/lib/testing/cases-world';
import { ekhamnHomeCare } from '@/prisma/seed/services/home-care/ekhamn';
import { assignCaseToSystemInTx } from './api';
import { recordDecision } from './commands/record-decision';
import { recordPhase } from './commands/record-phase';
import { getCase } from './queries/get-case';
import { getOverview } from './queries/get-overview';

/* What a service's definition says of its process, as the resident reads it in her case. */

async function lookedInto(slug: string) {
  const tenantId = 'ekhamn';
  const { caseId, personId } = await createSubmitted(tenantId, slug);
  const system = await createSystemActor(tenantId);
  await write(job(tenantId), (tx) =>
    assignCaseToSystemInTx(tx, job(tenantId), { caseId, systemId: system.systemId }),
  );
  await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: new Date() });
  return { caseId, system, resident: residentOf(tenantId, personId) };
}

it('a case says what the version says that was applied on, in her language, here and on the overview', async () => {
  const { caseId, resident } = await lookedInto('hemtjanst');
  const changed = {
    ...ekhamnHomeCare,
    phases: { being_looked_into: { sv: 'Nya ord.', en: 'New words.', fi: 'Uudet sanat.' } },
    usualTime: [
      {
        validFrom: '2020-01-01',
        text: { sv: 'Som förr', en: 'As before', fi: 'Kuten ennen' },
        weeks: 2,
        source: 'x',
      },
      {
        validFrom: '2026-01-01',
        text: { sv: 'Ny tid', en: 'New time', fi: 'Uusi aika' },
        weeks: 9,
        source: 'x',
      },
    ],
  };
  expect((await publishServiceVersion(job('ekhamn'), changed)).outcome).toBe('published');

  const swedish = await getCase(resident, caseId, 'sv');
  expect(swedish.now).toMatchObject({ lang: 'sv', text: expect.stringMatching(/^En biståndshandläggare/) });
  expect(swedish.usual?.text).toMatch(/^Oftast två till tre veckor/);
  // Her day is reckoned by the service's own time, not the municipality's general one of six weeks.
  const expected = addDays(dateInSweden(swedish.receivedAt), 21);
  expect(swedish.outlook.by).toMatchObject({ kind: 'usual', on: expected });
  expect((await getCase(resident, caseId, 'en')).now?.text).toMatch(/^A care-needs assessor/);
  // Not translated: said in the definition's first language, and it is told which.
  expect((await getCase(resident, caseId, 'ar')).now?.lang).toBe('sv');
  const { ongoing } = await getOverview(resident, 'en');
  expect(ongoing).toMatchObject([{ id: caseId, now: { lang: 'en' } }]);

  const later = await lookedInto('hemtjanst');
  const found = await getCase(later.resident, later.caseId, 'sv');
  expect(found.now?.text).toBe('Nya ord.');
  // Of its times the one in force today.
  expect(found.usual?.text).toBe('Ny tid');
  expect((await getOverview(later.resident, 'sv')).ongoing[0]?.now?.text).toBe('Nya ord.');
});

it('where the service has no words of its own the general ones stand', async () => {
  const { caseId, resident } = await lookedInto('sarskilt-boende');
  const found = await getCase(resident, caseId, 'sv');
  expect(found.now).toBeNull();
  expect(found.usual?.text).toMatch(/^Oftast tre till sex veckor/);
  expect((await getOverview(resident, 'sv')).ongoing[0]?.now).toBeNull();
});

it('a decision to read is what there is to say, before the service’s words on decided cases', async () => {
  const { caseId, resident, system } = await lookedInto('bygglov');
  await recordDecision(system, { caseId, ...decision() });
  const found = await getCase(resident, caseId, 'sv');
  expect(found).toMatchObject({ outlook: { situation: 'decision_unread' }, now: null, usual: null });
});
