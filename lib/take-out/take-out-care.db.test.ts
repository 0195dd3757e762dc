import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { putCareNote } from '@/lib/care-information/commands/put-care-note';
import { putCarePlan } from '@/lib/care-information/commands/put-care-plan';
import { putCareVisit } from '@/lib/care-information/commands/put-care-visit';
import { getCareOfYear } from '@/lib/care-information/queries/get-care-of-year';
import { getMyCare } from '@/lib/care-information/queries/get-my-care';
import { listCareYears } from '@/lib/care-information/queries/list-care-years';
import { textLanguages } from '@/lib/kernel/date-text';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import { texts } from '@/lib/platform/i18n';
import {
  careNote,
  carePlan,
  careVisit,
  forgetAllCare,
  gunnar,
  residentNamed,
} from '@/lib/testing/care-world';
import { createSystemActor, job, residentOf } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { takeOutCare } from './commands/take-out-care';
import { getTakeOutSchema } from './queries/get-take-out-schema';
import { listPaperMonths } from './queries/list-paper-months';
import { careTakeOut } from './take-out';

const tenantId = 'granvik';
let system: SystemActor;
let astrid: ResidentActor;

beforeAll(async () => {
  system = await createSystemActor(tenantId, ['care.write']);
  astrid = await residentNamed(tenantId);
});
beforeEach(async () => {
  await forgetAllCare();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-20T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Two years of care: one visit on each side of the turn of the year, a note corrected and one taken back. */
async function twoYears(): Promise<void> {
  await putCarePlan(system, carePlan());
  const visit = (startsAt: string, more: object = {}) =>
    putCareVisit(
      system,
      careVisit({ startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(), ...more }),
    );
  await visit('2026-12-31T21:30:00Z', { state: 'done', done: 'Duschade.' });
  await visit('2026-12-31T23:30:00Z'); // half past midnight in Sweden
  const externalId = newId();
  await putCareNote(system, { ...careNote({ text: 'Åt sej.' }), externalId });
  await putCareNote(system, { ...careNote({ version: 2, text: 'Åt lax.' }), externalId });
  const wrong = newId();
  await putCareNote(system, { ...careNote({ text: 'Om någon annan' }), externalId: wrong });
  await putCareNote(system, {
    ...careNote({ version: 2, text: undefined, state: 'retracted' }),
    externalId: wrong,
  });
  await putCareNote(system, careNote({ person: gunnar, text: 'Om Gunnar' }));
}

const jsonOf = async (actor: Actor, year: number) =>
  JSON.parse(String((await takeOutCare(actor, { year, format: 'json', lang: 'sv' })).bytes));

describe('a year of care taken out', () => {
  it('has the plan, the visits of the year in Sweden and the notes, by the published schema, and is audited', async () => {
    await twoYears();
    expect(await listCareYears(astrid)).toEqual([2027, 2026]);
    const taken = await jsonOf(astrid, 2026);
    const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
    const isRight = ajv.compile(getTakeOutSchema('care', '1') ?? {});
    expect(isRight(taken), ajv.errorsText(isRight.errors)).toBe(true);
    expect(taken).toMatchObject({
      format: 'mina-sidor-care',
      plans: [
        {
          title: 'Genomförandeplan för hemtjänst',
          contact: { name: 'Sofia Ek' },
          goals: ['Astrid ska känna sig trygg när hon duschar.'],
          activities: [{ lifeArea: 'self-care' }],
        },
      ],
      visits: [{ startsAt: '2026-12-31T21:30:00.000Z', state: 'done', done: 'Duschade.' }],
    });
    expect(
      taken.notes.map(({ text, earlier }: { text: string; earlier: unknown[] }) => [text, earlier]),
    ).toEqual(
      expect.arrayContaining([
        ['Åt lax.', [expect.objectContaining({ text: 'Åt sej.', kind: 'meals' })]],
        [null, []],
      ]),
    );
    expect(JSON.stringify(taken)).not.toMatch(/Om någon annan|Om Gunnar/);
    expect((await jsonOf(astrid, 2027)).visits).toHaveLength(1);
    expect(isRight({ ...taken, visits: [{ what: 'x' }] })).toBe(false);
    const { rows } = await asOwner((client) =>
      client.query(
        `select reason from audit_entry where action = 'take-out.take-out-care' and subject_person_id = $1
          order by at`,
        [astrid.personId],
      ),
    );
    expect(rows.map(({ reason }) => reason)).toContain('2026 json');
  });

  it.each(textLanguages)('is to be read in %s, as a tagged PDF', async (lang) => {
    await twoYears();
    const { name, bytes, mediaType } = await takeOutCare(astrid, { year: 2026, format: 'pdf', lang });
    expect(mediaType).toBe('application/pdf');
    expect(name).toMatch(/2026\.pdf$/);
    expect(bytes.toString('latin1')).toContain('/StructTreeRoot');
    const t = texts(lang);
    const taking = { actor: astrid, lang, t, care: await getCareOfYear(astrid, 2026) };
    const made = await Promise.all(careTakeOut.sections.map((one) => one.make(taking)));
    const words = JSON.stringify(made.map(({ printed }) => printed));
    for (const said of [
      'Dusch och hårtvätt. Astrid tvättar håret själv.',
      'Duschade.',
      'Åt lax.',
      'Åt sej.',
      t('care:diary.retracted'),
      t('care:visit.done'),
      t('care:plan.participation'),
    ])
      expect(words).toContain(said);
  });

  it('has the visits that she can see on her pages: none that is further ahead than they show', async () => {
    vi.setSystemTime(new Date('2026-12-20T12:00:00Z'));
    await twoYears();
    const visit = (startsAt: string) =>
      putCareVisit(
        system,
        careVisit({ startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString() }),
      );
    const ahead = async (year: number) =>
      (await getCareOfYear(astrid, year)).visits.map(({ startsAt }) => startsAt.toISOString());
    // In Sweden a day ends an hour before the one by which its time is told.
    await visit('2027-01-03T23:30:00Z');
    expect(await listCareYears(astrid)).toEqual([2027, 2026]);
    expect(await ahead(2027)).toEqual(['2026-12-31T23:30:00.000Z']);
    await visit('2027-01-02T22:30:00Z');
    expect(await ahead(2027)).toEqual(['2026-12-31T23:30:00.000Z', '2027-01-02T22:30:00.000Z']);
    await forgetAllCare();
    await visit('2026-12-31T22:30:00Z');
    await visit('2027-01-10T10:00:00Z');
    expect(await listCareYears(astrid)).toEqual([2026]);
    expect(await ahead(2026)).toEqual(['2026-12-31T22:30:00.000Z']);
    const { coming } = await getMyCare(astrid);
    expect(coming.flatMap(({ entries }) => entries)).toHaveLength(1);
  });

  it('is on paper by months where a year holds much, and one file of data all the same', async () => {
    await twoYears();
    expect(await listPaperMonths(astrid, 2026)).toEqual([]);
    await putCareVisit(
      system,
      careVisit({ startsAt: '2026-02-28T23:30:00Z', endsAt: '2026-02-28T23:45:00Z', what: 'I mars' }),
    );
    // So many more in January; what is sealed in them is never opened here.
    await asOwner((client) =>
      client.query(
        `insert into care_visit
         select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'external_id', gen_random_uuid(),
                   'starts_at', '2026-01-10T10:00:00Z', 'ends_at', '2026-01-10T11:00:00Z'))).*
           from care_visit v, generate_series(1, 400) where v.id = (select id from care_visit limit 1)`,
      ),
    );
    const months = await listPaperMonths(astrid, 2026);
    expect(months.slice(0, 2)).toEqual([1, 3]);
    expect(months).toContain(12);
    const take = (more: object) =>
      takeOutCare(astrid, { year: 2026, format: 'pdf', lang: 'sv', ...more }).then(
        ({ name }) => name,
        (error) => (isAppError(error) ? error.code : Promise.reject(error)),
      );
    expect(await take({ month: 3 })).toBe('omsorg-2026-03.pdf');
    for (const wrong of [{}, { month: 2 }, { month: 3, format: 'json' }, { year: 2027, month: 1 }])
      expect(await take(wrong), JSON.stringify(wrong)).toBe('NotFound');
    const march = await getCareOfYear(astrid, 2026, 3);
    expect(march.visits.map(({ what }) => what)).toEqual(['I mars']);
  });

  it('is of a year that something stands in, and is nobody else’s', async () => {
    await twoYears();
    const code = (actor: Actor, year = 2026) =>
      takeOutCare(actor, { year, format: 'json', lang: 'sv' }).then(
        () => 'ok',
        (error) => (isAppError(error) ? error.code : Promise.reject(error)),
      );
    const others: Actor[] = [
      residentOf(tenantId, newId()),
      residentOf('ekhamn', astrid.personId),
      system,
      { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
      job(tenantId),
      { kind: 'nobody', tenantId },
    ];
    expect(await Promise.all(others.map((one) => code(one)))).toEqual(others.map(() => 'NotFound'));
    expect(await code(astrid, 2020)).toBe('NotFound');
    expect(await code(astrid)).toBe('ok');
    await forgetAllCare();
    expect(await listCareYears(astrid)).toEqual([]);
    await putCarePlan(system, carePlan());
    expect(await listCareYears(astrid)).toEqual([2027]);
  });
});
