// What bench -- delivery does with the portal's own keys, in a process of its own: connecting the stand-in, applying, and
// leaving much to be delivered.
import { planDelivery } from '@/lib/back-office/commands/plan-delivery';
import { planMessageDelivery } from '@/lib/back-office/commands/plan-message-delivery';
import { newId } from '@/lib/kernel/ids';
import { sendMessage } from '@/lib/messages/commands/send-message';
import type { JobActor } from '@/lib/platform/actor';
import { createSystem } from '@/lib/testing/back-office-world';
import { answerParent } from './children';
import { type Applied, apply, putPerson, resident, TENANT } from './resident-acts';

/** One for each connector that is measured. */
export const SERVICES = { reference: 'sarskilt-boende', 'bundle-push': 'trygghetslarm' } as const;
export type Connector = keyof typeof SERVICES;

const job: JobActor = { kind: 'job', tenantId: TENANT, job: 'bench' };
const people = Array.from({ length: 50 }, newId);

const applyOnce = async (connector: Connector) => {
  const applicationId = newId();
  const personId = people[Math.floor(Math.random() * people.length)] ?? '';
  const applied = await apply(applicationId, personId, {
    slug: SERVICES[connector],
    text: 'Jag ramlar ofta.',
  });
  return { ...applied, applicationId, personId };
};

answerParent({
  connect: async ({ address }: { address: string }) => {
    for (const id of people) await putPerson(id);
    for (const [connector, service] of Object.entries(SERVICES)) {
      const webhookUrl = connector === 'reference' ? `${address}/webhooks` : address;
      await createSystem(TENANT, { connector: connector as Connector, services: [service], webhookUrl });
    }
  },
  /** One application after the other, as people send them in. */
  apply: async ({ connector, count, everyMs }: { connector: Connector; count: number; everyMs: number }) => {
    const applied: Applied[] = [];
    const begunAt = Date.now();
    for (let n = 0; n < count; n++) {
      await new Promise((resolve) => setTimeout(resolve, begunAt + n * everyMs - Date.now()));
      const { caseId, at } = await applyOnce(connector);
      applied.push({ caseId, at });
    }
    return applied;
  },
  /** Cases with an application and so many messages each, all planned and none told of. */
  backlog: async ({
    connector,
    cases,
    messages,
  }: {
    connector: Connector;
    cases: number;
    messages: number;
  }) => {
    for (let n = 0; n < cases; n++) {
      const { caseId, applicationId, personId } = await applyOnce(connector);
      await planDelivery(job, { caseId, applicationId });
      for (let number = 1; number <= messages; number++) {
        const messageId = newId();
        const written = { messageId, version: 0, subject: '', text: `Meddelande ${number}` };
        await sendMessage(resident(personId), { place: { kind: 'case', caseId }, ...written });
        await planMessageDelivery(job, messageId);
      }
    }
  },
});
