/** What of an order never leaves the server: sealed in its row. */
export interface OrderSecrets {
  orderRef: string;
  autoStartToken: string;
  qrStartToken: string;
  qrStartSecret: string;
  /** one-time part of the address that the app sends the browser back to */
  returnNonce: string | null;
  /** origin of that address */
  origin: string;
  visibleFormat: 'plaintext' | 'simpleMarkdownV1';
  /** how many times BankID has been asked to start it: an order that nobody picked up is started again */
  starts: number;
  /** where it was started from, told BankID at each start */
  address: string;
  /** what was told BankID of the browser, so that the order can be started again just the same */
  web: { referringDomain: string; userAgent: string; deviceIdentifier: string };
}

/** What an address is found again by among the orders of the last minutes, without standing there. */
export const addressContext = (tenantId: string) => `bank-id-order.address:${tenantId}`;

/** What each sealed value of an order is bound to. */
export const orderContext = (
  field: 'secrets' | 'visible-text' | 'result',
  tenantId: string,
  orderId: string,
) => `bank-id-order.${field}:${tenantId}:${orderId}`;

export const signatureContext = (tenantId: string, signatureId: string) =>
  `signature.evidence:${tenantId}:${signatureId}`;
