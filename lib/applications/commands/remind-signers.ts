import 'server-only';
import { getFormInTx } from '@/lib/catalogue/api';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read, type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { may, roundsUnderWay } from '../access';
import { remindersDue } from '../domain/signing-round';
import { tellSignerInTx } from './signing-round-in-tx';

/** Reminds those who were asked to sign and have not answered, on the days the form says. */
export async function remindSigners(
  actor: JobActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  if (!may(actor, 'look-after-invitations')) throw notFound();
  const ids = await read(actor, (tx) =>
    tx.applicationSigner.findMany({ where: roundsUnderWay(actor), select: { id: true } }),
  );
  for (const { id } of ids) {
    await write(actor, (tx) => remindInTx(tx, actor, id, now())).catch((error) =>
      log.error({ err: error, signerId: id }, 'a signer could not be reminded'),
    );
  }
}

async function remindInTx(tx: Tx, actor: JobActor, id: string, at: Date): Promise<void> {
  const { tenantId } = actor;
  const signer = await tx.applicationSigner.findFirst({
    where: { ...roundsUnderWay(actor), id },
    select: {
      invitedAt: true,
      reminders: true,
      nationalIdLookup: true,
      application: { select: { id: true, serviceId: true, serviceVersion: true } },
    },
  });
  if (!signer?.invitedAt) return;
  const { application, invitedAt, reminders, nationalIdLookup } = signer;
  const { definition } = await getFormInTx(tx, tenantId, application.serviceId, application.serviceVersion);
  if (definition.signers === 'applicant') return;
  const due = remindersDue(definition.signers, dateInSweden(invitedAt), dateInSweden(at));
  if (due <= reminders) return;
  const { count } = await tx.applicationSigner.updateMany({
    where: { tenantId, id, status: 'invited', reminders },
    data: { reminders: due },
  });
  // Another worker was first, or she has just answered.
  if (count === 0) return;
  await tellSignerInTx(
    tx,
    { tenantId, id: application.id },
    { signerId: id, nationalIdLookup },
    'applications.signature-reminded',
  );
}
