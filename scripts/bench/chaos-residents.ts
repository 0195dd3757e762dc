// The residents of bench -- chaos and -- outage, in a process of their own with the portal's keys: they apply, answer and
// write by the portal's own commands, each act again and again until it is known to be done.
import { answerSupplement } from '@/lib/cases/commands/answer-supplement';
import { sendMessage } from '@/lib/messages/commands/send-message';
import { read, write } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { createSystem } from '@/lib/testing/back-office-world';
import { createSessionInTx } from '@/lib/testing/builders';
import type { PlannedCase } from './chaos-plan';
import { answerParent } from './children';
import { apply, putPerson, resident, TENANT } from './resident-acts';

const SERVICE = 'sarskilt-boende';
const LOOK_EVERY_MS = 500;

/** What was done, as each thing is known again on the other side. */
export interface Act {
  caseId: string;
  /** of a message its own, else the case's */
  id: string;
  kind: 'application' | 'message' | 'supplement';
  text: string;
}

const acts: Act[] = [];
let retries = 0;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until it is known to be done. Whether a try that failed was done all the same, nobody knows: so all may be repeated. */
async function surely<T>(act: () => Promise<T>): Promise<T> {
  for (let wait = 100; ; wait = Math.min(wait * 2, 2_000)) {
    try {
      return await act();
    } catch (error) {
      if (isAppError(error)) throw error;
      retries += 1;
      await pause(wait);
    }
  }
}

const caseIds = new Map<string, PlannedCase>();

async function live(one: PlannedCase, begunAt: number): Promise<void> {
  await pause(begunAt + one.at - Date.now());
  const text = `Ansökan ${one.number}`;
  await surely(() => putPerson(one.personId));
  const { caseId } = await surely(() => apply(one.applicationId, one.personId, { slug: SERVICE, text }));
  caseIds.set(caseId, one);
  acts.push({ caseId, id: caseId, kind: 'application', text });
  if (one.messageIds.first)
    await writeTo(caseId, one, one.messageIds.first, `Meddelande ${one.number} först`);
}

async function writeTo(caseId: string, one: PlannedCase, messageId: string, text: string): Promise<void> {
  const message = { messageId, version: 0, subject: '', text };
  await surely(() => sendMessage(resident(one.personId), { place: { kind: 'case', caseId }, ...message }));
  acts.push({ caseId, id: messageId, kind: 'message', text });
}

/** She sees that something is asked, and answers. */
async function answer(supplementId: string, caseId: string): Promise<void> {
  const one = caseIds.get(caseId);
  if (!one) return;
  const text = `Svar ${one.number}`;
  await surely(() =>
    answerSupplement(resident(one.personId), { supplementId, version: 0, texts: { 1: text } }),
  );
  acts.push({ caseId, id: caseId, kind: 'supplement', text });
  if (one.messageIds.second)
    await writeTo(caseId, one, one.messageIds.second, `Meddelande ${one.number} sedan`);
}

const answering = new Set<string>();

/** Looks what the office asks, and has it answered; until `isOver`. */
async function answerAll(isOver: () => boolean): Promise<void> {
  const under: Promise<void>[] = [];
  while (!isOver()) {
    const asked = await surely(() =>
      read({ tenantId: TENANT }, (tx) =>
        tx.supplement.findMany({
          where: { tenantId: TENANT, status: 'asked' },
          select: { id: true, caseId: true },
        }),
      ),
    );
    for (const { id, caseId } of asked) {
      // She may not have been told yet that her application is in.
      if (answering.has(id) || !caseIds.has(caseId)) continue;
      answering.add(id);
      under.push(answer(id, caseId));
    }
    await pause(LOOK_EVERY_MS);
  }
  await Promise.all(under);
}

let isOver = false;

answerParent({
  connect: ({ address }: { address: string }) =>
    surely(() => createSystem(TENANT, { services: [SERVICE], webhookUrl: address })),
  begin: ({ cases }: { cases: PlannedCase[] }) => {
    const begunAt = Date.now();
    void Promise.all([answerAll(() => isOver), ...cases.map((one) => live(one, begunAt))]);
  },
  /** One of them looks at her pages meanwhile; the token of her session. */
  'log-in': async ({ personId }: { personId: string }) => {
    await surely(() => putPerson(personId));
    const { token } = await write({ tenantId: TENANT }, (tx) => createSessionInTx(tx, TENANT, personId));
    return token;
  },
  /** What has been done until now. */
  done: () => ({ acts, retries }),
  end: () => {
    isOver = true;
  },
});
