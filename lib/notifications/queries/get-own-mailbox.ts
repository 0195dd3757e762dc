import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { requireMay } from '../access';
import type { DigitalMail } from '../digital-mail/digital-mail';
import { findMailbox, type MailboxState } from './find-mailbox';

/** Her own digital mailbox, for the page where she chooses; null where her municipality sends nothing there. */
export async function getOwnMailbox(
  actor: ResidentActor,
  { now = clock, mail }: { now?: () => Date; mail?: DigitalMail } = {},
): Promise<MailboxState | null> {
  requireMay(actor, 'see-choice');
  return findMailbox(actor, actor.personId, { at: now(), ...(mail && { mail }) });
}
