import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { aJob, aNobody } from '@/lib/testing/builders';
import { ekhamnGuide } from '@/prisma/seed/services/guide/ekhamn';
import { granvikGuide } from '@/prisma/seed/services/guide/granvik';
import { publishServiceVersion } from '../commands/publish-service-version';
import { findGuide } from './find-guide';
import { getPublishedDefinition } from './get-published-definition';
import { getService } from './get-service';
import { listServices } from './list-services';

describe('the guide', () => {
  const person = { personId: '0190aaaa-0000-7000-8000-000000000000', sessionId: 's' };
  const everybody: Actor[] = [
    aNobody('granvik'),
    aJob('granvik'),
    { kind: 'resident', tenantId: 'granvik', ...person },
  ];
  it.each(everybody)('is read by $kind', async (actor) => {
    expect(await findGuide(actor)).toMatchObject({
      kind: 'guide',
      name: { sv: 'Vilken tjänst passar mig?' },
    });
  });

  it('is each municipality’s own', async () => {
    const name = { sv: 'En annan?', en: 'Another?', fi: 'Toinen?' };
    const publication = await publishServiceVersion(aJob('ekhamn'), { ...ekhamnGuide, name });
    expect(publication.outcome).toBe('published');
    expect(await findGuide(aNobody('ekhamn'))).toMatchObject({ name });
    expect(await findGuide(aNobody('granvik'))).toMatchObject({ name: granvikGuide.name });
  });

  it.each(everybody.filter(({ kind }) => kind !== 'job'))('is not published by $kind', async (actor) => {
    await expect(publishServiceVersion(actor, granvikGuide)).rejects.toMatchObject({ code: 'Forbidden' });
  });

  it('is no service: not in the list, without a page, and nothing to apply for', async () => {
    const list = await listServices(aNobody('granvik'), { language: 'sv' });
    expect(list.map(({ slug }) => slug)).not.toContain('guide');
    const options = { language: 'sv', today: calendarDate('2026-11-24') };
    for (const asked of [
      getService(aNobody('granvik'), 'guide', options),
      getPublishedDefinition(aNobody('granvik'), 'guide'),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: 'NotFound' });
    }
  });

  it('is refused where it leads to what the municipality doesn’t have, and nothing is written', async () => {
    const [first, ...others] = ekhamnGuide.outcomes;
    const outcomes = [{ ...first, service: 'fardtjanst-nattetid' }, ...others];
    const before = await findGuide(aNobody('ekhamn'));
    expect(await publishServiceVersion(aJob('ekhamn'), { ...ekhamnGuide, outcomes })).toEqual({
      outcome: 'refused',
      problems: [
        {
          where: 'förslag care-home › service',
          what: 'Kommunen har ingen tjänst som heter ”fardtjanst-nattetid” i sin katalog. Rätta namnet, eller publicera tjänsten först.',
        },
      ],
    });
    expect(await findGuide(aNobody('ekhamn'))).toEqual(before);
  });
});
