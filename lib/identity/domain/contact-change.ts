/** A way of reaching somebody that she has asked to change, and that counts first when she has told its code. */
export type ContactField = 'email' | 'phone';

/** How long a code can be told. Mail may be held up for hours on its way to a new address. */
export const CODE_LIFE = 24 * 60 * 60_000;
/** Wrong codes before another has to be asked for: one in two hundred thousand would be guessed. */
export const MOST_ATTEMPTS = 5;
/** Codes in a day and night, to one person and to one address: nobody is flooded with them from here. */
export const MOST_CODES = 6;
export const CODES_WITHIN = 24 * 60 * 60_000;

export interface OpenChange {
  attempts: number;
  expiresAt: Date;
}

export const isOpen = ({ attempts, expiresAt }: OpenChange, now: Date): boolean =>
  attempts < MOST_ATTEMPTS && now < expiresAt;

/** As it stands in the message, less what people put between the digits. */
export const isCode = (typed: string, code: string): boolean => typed.replace(/[\s-]/g, '') === code;

export const contactChangeContext = (
  what: 'address' | 'former' | 'code',
  tenantId: string,
  changeId: string,
): string => `contact-change.${what}:${tenantId}:${changeId}`;

/** Keyed hash of an address, to count by: one that somebody else has been sent codes to is found, and never read. */
export const contactLookupContext = (tenantId: string): string => `contact-change.address:${tenantId}`;
