import { inflateSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerOffer } from '@/lib/care-home-queue/commands/answer-offer';
import { askMoreTime } from '@/lib/cases/commands/ask-more-time';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordCommentRound } from '@/lib/cases/commands/record-comment-round';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordDelayNotice } from '@/lib/cases/commands/record-delay-notice';
import { recordSupplementRequest } from '@/lib/cases/commands/record-supplement-request';
import { getCase } from '@/lib/cases/queries/get-case';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { recordOfficeMessage } from '@/lib/messages/commands/record-office-message';
import type { Actor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import { texts } from '@/lib/platform/i18n';
import {
  changeBooking,
  createBooking,
  createMeeting,
  createPlace,
  createType,
} from '@/lib/testing/appointments-world';
import {
  auditOf,
  commentRound,
  createReceivedCase,
  decision,
  delayNotice,
  job,
  residentOf,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { fromOffice, sendOne } from '@/lib/testing/messages-world';
import { createQueueCase, offered } from '@/lib/testing/offers-world';
import { takeOutCase } from './commands/take-out-case';
import { getTakeOutSchema } from './queries/get-take-out-schema';
import type { CaseTaking } from './section';
import { appointmentsSection } from './sections/appointments-section';
import { offersSection } from './sections/offers-section';

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));

/** A case in which much has happened: asked, told that it takes long, decided twice, of which she has opened one. */
async function longCase(): Promise<TestCase> {
  const created = await createReceivedCase();
  const { caseId, system, resident } = created;
  const thing = await recordSupplementRequest(system, { caseId, ...supplementRequest() });
  const wish = { thing, wishedOn: calendarDate('2099-12-01'), reason: 'Jag väntar på ett intyg.' };
  await askMoreTime(resident, wish);
  await recordCommentRound(system, { caseId, ...commentRound(), documents: [] });
  await recordDelayNotice(system, { caseId, ...delayNotice() });
  await sendOne(resident, { kind: 'case', caseId });
  await recordOfficeMessage(system, { to: { caseId }, ...fromOffice() });
  const opened = await recordDecision(system, { caseId, ...decision() });
  await openDecision(resident, opened);
  const secret = { ...decision({ outcome: 'rejected' }), decided: 'Ett nej som ingen har läst.' };
  await recordDecision(system, { caseId, ...secret });
  return created;
}

const jsonOf = async (actor: Actor, caseId: string) =>
  JSON.parse(String((await takeOutCase(actor, { caseId, format: 'json', lang: 'sv' })).bytes));

// Taking it out changes nothing in it, so one is enough.
let theCase: TestCase;
beforeAll(async () => {
  theCase = await longCase();
}, 60_000);

describe('a case taken out', () => {
  it('as JSON has all that she may see, by the published schema, and is audited', async () => {
    const { resident, tenantId, caseId } = theCase;
    const taken = await jsonOf(resident, caseId);
    const isRight = ajv.compile(getTakeOutSchema('case', '1') ?? {});
    expect(isRight(taken), ajv.errorsText(isRight.errors)).toBe(true);
    expect(taken).toMatchObject({
      format: 'mina-sidor-case',
      version: 1,
      case: { phase: 'decided' },
      application: { document: { format: 1 } },
      supplements: [{ text: 'Vi behöver ett läkarintyg.', sent: [] }],
      comments: [{ status: 'ended', material: { text: expect.any(String) }, sent: [] }],
      decisions: [{ isOpened: true, decided: 'Du beviljas en plats på Ekbacken.' }, { isOpened: false }],
      delay: { notices: [{ reason: 'Vi väntar på ett utlåtande från regionen.' }], request: null },
      moreTime: [{ about: 'supplement', wishedOn: '2099-12-01', outcome: null, refusal: null }],
      withdrawals: [],
      messages: [
        {
          subject: null,
          messages: [
            { from: 'you', text: 'Hur går det med min ansökan?', readAt: null },
            { from: 'office', by: 'Maria Öberg, Biståndsenheten', text: 'Vi behöver bara ett intyg till.' },
          ],
        },
      ],
    });
    expect(taken.events.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['received-by-us', 'supplement-asked', 'delay-told', 'decision-opened']),
    );
    expect((await auditOf(tenantId, caseId)).map(({ action }) => action)).toContain('take-out.take-out-case');
    // A schema that takes anything would prove nothing.
    expect(isRight({ ...taken, decisions: [{ isOpened: false, decided: 'x' }] })).toBe(false);
  });

  it('names a decision that is not opened, opens nothing, and says nothing of what it says', async () => {
    const { resident, caseId } = theCase;
    for (const format of ['json', 'pdf'] as const) {
      const { bytes } = await takeOutCase(resident, { caseId, format, lang: 'sv' });
      expect(plain(bytes)).not.toContain('Ett nej');
    }
    const { decisions } = await jsonOf(resident, caseId);
    expect(decisions.map(({ isOpened }: { isOpened: boolean }) => isOpened)).toEqual([true, false]);
  });

  it.each(['sv', 'en', 'fi', 'ar'] as const)('as a PDF in %s is tagged and claims PDF/UA-1', async (lang) => {
    const { resident, caseId } = theCase;
    const { bytes, name } = await takeOutCase(resident, { caseId, format: 'pdf', lang });
    const text = plain(bytes);
    expect(name).toMatch(/\.pdf$/);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(new RegExp(`/Lang\\s*\\(${lang}`));
    expect(text).toMatch(/pdfuaid:part>1</);
  });

  it('has the homes that she was offered with all that was said of them, and what she answered', async () => {
    const queueCase = await createQueueCase();
    const contact = { name: 'Eva Lund', unit: 'Boendesamordningen', phone: '0000-12 34 61' };
    const offerId = await offered(queueCase, { contact });
    await answerOffer(queueCase.resident, { offerId, answer: 'no', reason: 'Det är för långt bort.' });
    const { careHomeOffers } = await jsonOf(queueCase.resident, queueCase.caseId);
    expect(careHomeOffers).toMatchObject([
      {
        home: 'Lindbacken',
        address: expect.stringMatching(/\d/),
        apartment: { floor: '2 tr', squareMetres: 34, rentPerMonth: 6450, moveInOn: '2099-01-15' },
        contact: { ...contact, email: null },
        state: 'declined',
        reason: 'Det är för långt bort.',
      },
    ]);
    const words = await printedWords(queueCase, offersSection);
    for (const said of ['2 tr', '34', '6', 'Eva Lund', 'Det är för långt bort.', 'torsdag 15 januari 2099'])
      expect(words).toContain(said);
  });

  it('has the times that were booked about it, with their story, and those that she is asked to book', async () => {
    const { tenantId, resident, caseId } = theCase;
    const type = await createType(tenantId);
    const at = new Date('2099-02-03T09:00:00Z');
    const meeting = await createMeeting(type, at, { placeId: await createPlace(tenantId) });
    const bookingId = await createBooking(meeting, resident, { caseId });
    await changeBooking(tenantId, bookingId, { to: meeting, state: 'cancelled' });
    // About something else: not in this case's file.
    await createBooking(await createMeeting(type, new Date('2099-03-03T09:00:00Z')), resident);
    const { appointments } = await jsonOf(resident, caseId);
    expect(appointments).toMatchObject({
      bookings: [
        {
          what: 'Behovsbedömning',
          startsAt: '2099-02-03T09:00:00.000Z',
          way: 'visit',
          place: { name: 'Omsorgskontoret' },
          situation: 'cancelled',
          story: [{ kind: 'booked' }, { kind: 'cancelled' }],
        },
      ],
      invitations: [],
    });
    const words = await printedWords(theCase, appointmentsSection);
    expect(words).toContain('Behovsbedömning: tisdag 3 februari 2099 kl. 10.00');
    expect(words).toContain('Tiden avbokades');
  });

  it('is nobody else’s: another person, a system, an administrator, a job, nobody', async () => {
    const { resident, system, tenantId, personId, caseId } = theCase;
    const others: Actor[] = [
      residentOf(tenantId, newId()),
      residentOf('ekhamn', personId),
      system,
      { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
      job(tenantId),
      { kind: 'nobody', tenantId },
    ];
    const code = (actor: Actor) =>
      takeOutCase(actor, { caseId, format: 'json', lang: 'sv' }).then(
        () => 'ok',
        (error) => (isAppError(error) ? error.code : Promise.reject(error)),
      );
    expect(await Promise.all(others.map(code))).toEqual(others.map(() => 'NotFound'));
    expect(await code(resident)).toBe('ok');
  });
});

/** What a section of the case says on paper. */
async function printedWords(
  { resident, caseId }: TestCase,
  section: { make: (taking: CaseTaking) => Promise<{ printed: unknown }> },
): Promise<string> {
  const t = texts('sv');
  const { printed } = await section.make({
    ...{ actor: resident, lang: 'sv', t },
    theCase: await getCase(resident, caseId, 'sv'),
  });
  return JSON.stringify(printed).replaceAll('\u00a0', ' ');
}

/** Every compressed part opened, so that what the file says can be looked for. */
function plain(file: Buffer): string {
  const parts = [file.toString('latin1'), file.toString('utf8')];
  for (let from = file.indexOf('stream\n'); from >= 0; from = file.indexOf('stream\n', from + 7)) {
    if (file.subarray(from - 3, from).toString() === 'end') continue;
    try {
      parts.push(inflateSync(file.subarray(from + 7)).toString('latin1'));
    } catch {
      // Not every stream is compressed.
    }
  }
  return parts.join('\n');
}
