import { Agent } from 'node:https';
import { describe, expect, it } from 'vitest';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { read } from '@/lib/platform/db';
import { hasTold } from '@/lib/testing/builders';
import { createReceivedCase, decision, job, type TestCase } from '@/lib/testing/cases-world';
import { AddressRefused, type Message } from './channels/channel';
import type { Senders } from './channels/senders';
import { makeNotice } from './commands/make-notice';
import { saveNoticeChoice } from './commands/save-notice-choice';
import { sendNotice } from './commands/send-notice';
import { type DigitalMail, digitalMail } from './digital-mail/digital-mail';

const tenantId = 'granvik';
const actor = job(tenantId);

/** A case of somebody with a telephone and an e-mail address, who wants to hear of everything by these ways. */
async function told(ways: string[]): Promise<TestCase> {
  const theCase = await createReceivedCase();
  await hasTold(theCase, { phone: '070-174 06 05' });
  await saveNoticeChoice(theCase.resident, {
    ways: { asked: ways, decision: ways, progress: ways },
    quiet: 'none',
    quietFrom: '',
    quietTo: '',
  });
  return theCase;
}

async function happens({ caseId, personId, system }: TestCase, what: 'decision' | 'phase') {
  const decisionId =
    what === 'decision'
      ? (await recordDecision(system, { caseId, ...decision() })).decisionId
      : await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: new Date() }).then(
          () => '',
        );
  const eventType = what === 'decision' ? 'cases.decision-arrived' : 'cases.phase-changed';
  const event = await read(actor, (tx) =>
    tx.domainEvent.findFirstOrThrow({
      where: { tenantId, type: eventType, payload: { path: ['caseId'], equals: caseId } },
    }),
  );
  await makeNotice(actor, { eventId: event.id, eventType, personId });
  const rows = async () =>
    (
      await read(actor, (tx) =>
        tx.notice.findMany({ where: { tenantId, eventId: event.id }, orderBy: { createdAt: 'asc' } }),
      )
    ).map(({ channel, state, deliveryId }) => ({ channel, state, deliveryId: deliveryId ?? '' }));
  const states = async () => (await rows()).map(({ channel, state }) => `${channel} ${state}`).sort();
  const idOf = async (channel: string) =>
    (await rows()).find((row) => row.channel === channel)?.deliveryId ?? '';
  return { decisionId, states, idOf };
}

/** Ways of which some take nothing. */
function refusing(...refused: string[]) {
  const sent: string[] = [];
  const by = (channel: string) => async (_: Message) => {
    if (refused.includes(channel)) throw new AddressRefused(`${channel}-none`);
    sent.push(channel);
  };
  const senders: Senders = {
    email: by('email'),
    sms: by('sms'),
    push: by('push'),
    'digital-mail': by('digital-mail'),
  };
  return { sent, senders };
}

/** The municipality sends digital mail too. */
const joined: DigitalMail = {
  ...digitalMail,
  senderInTx: async () => ({ organisationNumber: '162120009900', key: {} as never, agent: new Agent() }),
};

describe('a message that didn’t get there', () => {
  it('about what she must be told goes another way, once', async () => {
    const { states, idOf } = await happens(await told(['email']), 'decision');
    const box = refusing('email');
    await sendNotice(actor, await idOf('email'), box);
    expect(await states()).toEqual(['email failed', 'sms waiting']);
    await sendNotice(actor, await idOf('sms'), box);
    await sendNotice(actor, await idOf('email'), box);
    expect(await states()).toEqual(['email failed', 'sms sent']);
    expect(box.sent).toEqual(['sms']);
  });

  it('about anything else doesn’t', async () => {
    const { states, idOf } = await happens(await told(['email']), 'phase');
    await sendNotice(actor, await idOf('email'), refusing('email'));
    expect(await states()).toEqual(['email failed']);
  });

  it('needs no other way where one is under way, and ends where all have failed', async () => {
    const { states, idOf } = await happens(await told(['email', 'sms']), 'decision');
    const all = { ...refusing('email', 'sms', 'digital-mail'), mail: joined };
    await sendNotice(actor, await idOf('email'), all);
    expect(await states()).toEqual(['email failed', 'sms waiting']);
    await sendNotice(actor, await idOf('sms'), all);
    expect(await states()).toEqual(['digital-mail waiting', 'email failed', 'sms failed']);
    await sendNotice(actor, await idOf('digital-mail'), all);
    expect(await states()).toEqual(['digital-mail failed', 'email failed', 'sms failed']);
  });

  it('says nothing by the other way of what she has read by then', async () => {
    const theCase = await told(['email']);
    const { states, idOf, decisionId } = await happens(theCase, 'decision');
    const box = refusing('email');
    await sendNotice(actor, await idOf('email'), box);
    await openDecision(theCase.resident, { decisionId });
    await sendNotice(actor, await idOf('sms'), box);
    expect(await states()).toEqual(['email failed', 'sms dropped']);
    expect(box.sent).toEqual([]);
  });
});
