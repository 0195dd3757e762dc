import { assignCaseToSystemInTx } from '@/lib/cases/api';
import { recordReceivedByOffice } from '@/lib/cases/commands/record-received-by-office';
import {
  commentRoundMessage,
  decisionMessage,
  delayNoticeMessage,
  supplementMessage,
} from '@/lib/cases/domain/office-messages';
import { officerOf } from '@/lib/cases/queries/officer-of';
import { newId } from '@/lib/kernel/ids';
import type { JobActor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { createSubmitted, createSystem } from './back-office-world';

/** What tests of cases build on: a case that belongs to a system, and who may do what in it. */
export interface TestCase {
  tenantId: string;
  caseId: string;
  applicationId: string;
  personId: string;
  resident: ResidentActor;
  system: SystemActor;
}

export const job = (tenantId: string): JobActor => ({ kind: 'job', tenantId, job: 'test' });

export const residentOf = (tenantId: string, personId: string): ResidentActor => ({
  kind: 'resident',
  tenantId,
  personId,
  sessionId: newId(),
});

const allScopes = [
  'cases.read',
  'cases.write',
  'comments.write',
  'deliveries.read',
  'deliveries.receive',
  'decisions.write',
  'files.read',
  'messages.read',
  'messages.write',
  'supplements.write',
];

export async function createSystemActor(tenantId: string, scopes = allScopes): Promise<SystemActor> {
  const { id, clientId } = await createSystem(tenantId);
  return {
    kind: 'system',
    tenantId,
    systemId: id,
    clientId,
    name: 'Testsystemet',
    scopes,
    services: [],
    officer: 'Maria Öberg, Biståndsenheten',
  };
}

/** Received by us, assigned to a system of its own; the office has said nothing yet. */
export async function createCase(tenantId = 'granvik'): Promise<TestCase> {
  const { caseId, applicationId, personId } = await createSubmitted(tenantId);
  const system = await createSystemActor(tenantId);
  await write(job(tenantId), (tx) =>
    assignCaseToSystemInTx(tx, job(tenantId), { caseId, systemId: system.systemId }),
  );
  return { tenantId, caseId, applicationId, personId, resident: residentOf(tenantId, personId), system };
}

/** As createCase, and the office has received it. */
export async function createReceivedCase(
  tenantId = 'granvik',
  externalId = `SB-${newId()}`,
): Promise<TestCase> {
  const theCase = await createCase(tenantId);
  await recordReceivedByOffice(theCase.system, {
    caseId: theCase.caseId,
    externalId,
    occurredAt: new Date(),
  });
  return theCase;
}

export const supplementRequest = (
  more: { externalId?: string; dueOn?: string; text?: string; items?: { id: string; text: string }[] } = {},
) =>
  supplementMessage.parse({
    externalId: newId(),
    occurredAt: new Date().toISOString(),
    text: 'Vi behöver ett läkarintyg.',
    items: [{ id: '1', text: 'Läkarintyg' }],
    dueOn: '2099-11-24',
    ...more,
  });

export const delayNotice = (more: { externalId?: string; expectedOn?: string; reason?: string } = {}) =>
  delayNoticeMessage.parse({
    externalId: newId(),
    occurredAt: new Date().toISOString(),
    reason: 'Vi väntar på ett utlåtande från regionen.',
    ...more,
  });

/** What an office sends for her to comment on before it decides. */
export const commentRound = (more: { externalId?: string; dueOn?: string; occurredAt?: string } = {}) =>
  commentRoundMessage.parse({
    externalId: newId(),
    occurredAt: new Date().toISOString(),
    text: 'Så här har vi uppfattat ditt behov.',
    dueOn: '2099-11-24',
    ...more,
  });

export const decision = (
  more: {
    externalId?: string;
    matter?: string;
    follows?: string;
    outcome?: string;
    occurredAt?: string;
    appeal?: object;
  } = {},
) =>
  decisionMessage.parse({
    externalId: newId(),
    occurredAt: new Date().toISOString(),
    outcome: 'partly_granted',
    decidedOn: '2026-11-20',
    decided: 'Du beviljas en plats på Ekbacken.',
    reasons: 'Du behöver hjälp dygnet runt.',
    ...more,
  });

export const stateOf = ({ tenantId, caseId }: TestCase) =>
  read({ tenantId }, async (tx) => {
    const found = await tx.case.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: caseId } } });
    const events = (
      await tx.caseEvent.findMany({
        where: { tenantId, caseId },
        orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
      })
    ).map(({ kind }) => kind);
    return { ...found, events, officer: officerOf(tenantId, caseId, found.officerSealed) };
  });

/** The last part of an answer that she has sent, as its delivery names it. */
export const lastPartOf = ({ tenantId }: TestCase, supplementId: string): Promise<string> =>
  read({ tenantId }, async (tx) => {
    const where = { tenantId, supplementId };
    return (await tx.supplementPart.findFirstOrThrow({ where, orderBy: { number: 'desc' } })).id;
  });

/** Audit rows on an object, as "action outcome". */
export const auditOf = (tenantId: string, objectId: string) =>
  read({ tenantId }, async (tx) =>
    (await tx.auditEntry.findMany({ where: { tenantId, objectId }, orderBy: { at: 'asc' } })).map(
      ({ action, outcome, subjectPersonId }) => ({ action, outcome, subjectPersonId }),
    ),
  );

export const eventsOf = (tenantId: string, caseId: string) =>
  read({ tenantId }, async (tx) =>
    (
      await tx.domainEvent.findMany({
        where: { tenantId, payload: { path: ['caseId'], equals: caseId } },
        orderBy: { at: 'asc' },
      })
    ).map(({ type }) => type),
  );

/** Smallest bytes that are a PDF by their content. */
export const pdf = (text = 'ett intyg') => new Uint8Array(Buffer.from(`%PDF-1.7\n${text}\n%%EOF`));

/** As it comes with an answer to what `supplementRequest` asks for. */
export const checkedPdf = (text?: string) => ({
  itemId: '1',
  name: 'Läkarintyg.pdf',
  mediaType: 'application/pdf',
  bytes: pdf(text),
});
