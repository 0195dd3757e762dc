import 'server-only';
import QRCode from 'qrcode';
import type { Translate } from '@/lib/platform/i18n';
import type { BankIdOrderView, ShownOrder } from '../domain/order-view';

/** An order in words and pictures, for the page and for what the page asks for each second. */
export async function shownOrder(order: BankIdOrderView, t: Translate): Promise<ShownOrder> {
  const over = order.status === 'failed' || order.status === 'cancelled';
  return {
    phase: order.ready || order.status === 'consumed' ? 'ready' : over ? 'over' : 'waiting',
    message: t(order.messageKey),
    qr: order.qrData && (await qrPicture(order.qrData)),
    startLink: order.startLink,
    timeLeft: order.minutesLeft === null ? null : t('identity:order.time-left', { count: order.minutesLeft }),
  };
}

async function qrPicture(data: string): Promise<string> {
  // Dark on white whatever the page's colours are, with the quiet zone that readers need.
  const svg = await QRCode.toString(data, { type: 'svg', errorCorrectionLevel: 'L', margin: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
