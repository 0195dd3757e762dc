import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { openText } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { alreadyDone, notFound } from '@/lib/platform/errors';
import { guarded, may, visibleContactChanges } from '../access';
import { type ContactField, contactChangeContext } from '../domain/contact-change';
import { askForContactChangeInTx } from './ask-for-contact-change-in-tx';

/**
 * Another code to the same address, in a change of its own: the code before is no good any more. Gives the new change's id.
 * @throws Invalid where too many were sent; AlreadyDone where it is confirmed; NotFound for somebody else's
 */
export const sendNewCode = (
  actor: ResidentActor,
  changeId: string,
  { now = clock }: { now?: () => Date } = {},
): Promise<string> =>
  guarded(actor, 'identity.send-new-code', 'contact-change', changeId, () =>
    write(actor, async (tx) => {
      if (!may(actor, 'change-profile')) throw notFound();
      const { tenantId, personId } = actor;
      await tx.$queryRaw`select 1 from person where tenant_id = ${tenantId} and id = ${personId}::uuid for update`;
      const change = await tx.contactChange.findFirst({
        where: { ...visibleContactChanges(actor), id: changeId },
      });
      if (!change?.addressSealed) throw notFound();
      if (change.confirmedAt) throw alreadyDone();
      const address = openText(change.addressSealed, contactChangeContext('address', tenantId, changeId));
      return askForContactChangeInTx(tx, actor, {
        field: change.field as ContactField,
        address,
        now: now(),
      });
    }),
  );
