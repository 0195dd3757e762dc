import type { Language } from '@/lib/platform/i18n';
import type { TenantView } from '@/lib/tenants/api';

/** What every channel is given; it finds its own words, and none of them says what has happened. */
export interface Message {
  /** the same each time the same message is tried, so that a receiver that gets it twice can tell */
  deliveryId: string;
  /** an address of the channel's own kind */
  to: string;
  tenant: TenantView;
  language: Language;
  /** more than one thing has happened */
  isSeveral: boolean;
  /** where it leads, once she has logged in */
  link: string;
  /** after how long it is of no use any more */
  ttlSeconds: number;
  /** where she chooses how to be told */
  settings: string;
}

/** Hands a message over; throws where it isn't taken. It is then tried again, unless it is the address that is refused. */
export type Send = (message: Message) => Promise<void>;

/** The address takes nothing, and trying again is no use. The code stands on the row, and so names no address. */
export class AddressRefused extends Error {
  constructor(readonly code: string) {
    super(`The address was refused: ${code}`);
    this.name = 'AddressRefused';
  }
}

/** The other side asks to be left in peace for a while. */
export class TryLater extends Error {
  constructor(
    readonly code: string,
    readonly seconds: number,
  ) {
    super(`Asked to try later: ${code}`);
    this.name = 'TryLater';
  }
}
