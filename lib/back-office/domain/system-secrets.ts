/** What a system's secret is sealed under: a sealed value is of no use in another's place. */
export const webhookSecretContext = (tenantId: string, systemId: string): string =>
  `back-office-system.webhook-secret:${tenantId}:${systemId}`;
