import type { OrderMessage } from './order-message';

/** An order as the waiting page shows it. Holds no secret but the start token of a same-device order, in its link. */
export interface BankIdOrderView {
  orderId: string;
  kind: 'auth' | 'sign';
  flow: 'qr' | 'same-device';
  status: 'pending' | 'complete' | 'failed' | 'cancelled' | 'consumed';
  /** text key of what to tell the person */
  messageKey: OrderMessage;
  /** this second's content of the QR code; only while no phone has read it */
  qrData: string | null;
  /** opens the app on this device; only while no app has taken the order up */
  startLink: string | null;
  /** whole minutes left to open the app, at least 1; null once it is open */
  minutesLeft: number | null;
  /** whether what was waited for has come: the log-in can be made a session, the signature be used */
  ready: boolean;
  returnTo: string;
}

/** The same in the person's language, with the code as a picture: what the page is made of and what it polls for. */
export interface ShownOrder {
  phase: 'waiting' | 'ready' | 'over';
  message: string;
  /** the QR code as a data: address */
  qr: string | null;
  startLink: string | null;
  timeLeft: string | null;
}
