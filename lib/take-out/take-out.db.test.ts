import { inflateSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { askMoreTime } from '@/lib/cases/commands/ask-more-time';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordCommentRound } from '@/lib/cases/commands/record-comment-round';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordDelayNotice } from '@/lib/cases/commands/record-delay-notice';
import { recordSupplementRequest } from '@/lib/cases/commands/record-supplement-request';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { recordOfficeMessage } from '@/lib/messages/commands/record-office-message';
import type { Actor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
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
import { takeOutCase } from './commands/take-out-case';
import { getTakeOutSchema } from './queries/get-take-out-schema';

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
    const isRight = ajv.compile(getTakeOutSchema('1') ?? {});
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
