/**
 * What a system is told: that something waits, and what to ask for. A CloudEvents 1.0 envelope; ids only, so that
 * nothing is given away should it be delivered to the wrong place.
 */
export interface WebhookMessage {
  specversion: '1.0';
  /** the delivery's id: the same when it is told again */
  id: string;
  source: string;
  type: 'se.mina-sidor.delivery.waiting';
  time: string;
  datacontenttype: 'application/json';
  data: { deliveryId: string; caseId?: string; kind: string };
}

export const webhookMessage = (facts: {
  tenantId: string;
  deliveryId: string;
  caseId: string | null;
  kind: string;
  at: Date;
}): WebhookMessage => ({
  specversion: '1.0',
  id: facts.deliveryId,
  source: `urn:mina-sidor:${facts.tenantId}`,
  type: 'se.mina-sidor.delivery.waiting',
  time: facts.at.toISOString(),
  datacontenttype: 'application/json',
  data: {
    deliveryId: facts.deliveryId,
    ...(facts.caseId !== null && { caseId: facts.caseId }),
    kind: facts.kind,
  },
});
