import { recordOffer } from '@/lib/care-home-queue/commands/record-offer';
import { offerMessage } from '@/lib/care-home-queue/domain/offer';
import { getOffer } from '@/lib/care-home-queue/queries/get-offer';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import type { SystemActor } from '@/lib/platform/actor';
import { createReceivedCase, decision, stateOf, type TestCase } from './cases-world';

/* What tests of the care-home queue build on. */

/** A case of a care-home service, in which nothing has been decided. */
export async function createCareHomeCase(tenantId = 'granvik'): Promise<TestCase> {
  const theCase = await createReceivedCase(tenantId);
  const { system } = theCase;
  return { ...theCase, system: { ...system, scopes: [...system.scopes, 'offers.write', 'vacancies.write'] } };
}

export const offerOf = (more: object = {}) =>
  offerMessage.parse({
    occurredAt: new Date().toISOString(),
    home: 'lindbacken',
    apartment: { floor: '2 tr', squareMetres: 34, rentPerMonth: 6450, moveInOn: '2099-01-15' },
    text: 'Lägenheten ligger mot gården.',
    answerBy: '2099-01-01T11:00:00Z',
    ...more,
  });

/** One that its office may make offers in: a decision gives her a place. She has not opened it. */
export async function createQueueCase(tenantId = 'granvik'): Promise<TestCase> {
  const theCase = await createCareHomeCase(tenantId);
  await recordDecision(theCase.system, { caseId: theCase.caseId, ...decision({ outcome: 'granted' }) });
  return theCase;
}

/** She is offered a home. */
export const offered = async (
  { system, caseId }: { system: SystemActor; caseId: string },
  more: Record<string, unknown> & { externalId?: string } = {},
): Promise<string> => {
  const { externalId = 'E1', ...message } = more;
  return (await recordOffer(system, { caseId, externalId, ...offerOf(message) })).offerId;
};

/** As she sees it. */
export const seen = ({ resident, caseId }: TestCase, offerId: string) =>
  getOffer(resident, { caseId, offerId }, 'sv');

/** What stands of offers in the case's story, in order. */
export const offerKindsOf = async (theCase: TestCase) =>
  (await stateOf(theCase)).events.filter((kind) => kind.startsWith('offer-'));
