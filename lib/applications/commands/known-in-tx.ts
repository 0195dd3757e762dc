import 'server-only';
import { getServiceIdsInTx } from '@/lib/catalogue/api';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { FieldContext, Self } from '@/lib/catalogue/domain/findings';
import type { Field } from '@/lib/catalogue/domain/form-shape';
import { asksForAnother } from '@/lib/catalogue/domain/own-number';
import { getPersonInTx } from '@/lib/identity/api';
import type { ChildInCare } from '@/lib/identity/domain/own-facts';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { openJson, sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { knownContext, snapshotContext } from '../domain/application-seals';
import { childrenIn, type Earlier, type Known, nothingKnown, type Offer, offersFor } from '../domain/prefill';
import type { Snapshot } from '../domain/snapshot';
import type { Draft } from './draft-in-tx';

/*
 * What a draft is filled in with beforehand: read and kept here, decided in domain/prefill.ts.
 */

type Place = Pick<Draft, 'tenantId' | 'id' | 'personId' | 'serviceId'>;

/** What has been looked up for the draft. Nothing of the register's where her identity is protected by now. */
export async function knownInTx(tx: Tx, { tenantId, id, personId }: Place): Promise<Known> {
  const { knownSealed } = await tx.application.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id } },
    select: { knownSealed: true },
  });
  if (!knownSealed) return nothingKnown;
  const known = openJson<Known>(knownSealed, knownContext(tenantId, id));
  const { protectedIdentity } = await getPersonInTx(tx, tenantId, personId);
  if (!protectedIdentity) return known;
  const { name, 'national-id': number, phone, email } = known.facts;
  return {
    ...known,
    facts: {
      ...(name && { name }),
      ...(number && { 'national-id': number }),
      ...(phone && { phone }),
      ...(email && { email }),
    },
  };
}

/** Beside the row's own times: how long a draft is kept counts from her last change, and this is none. */
export async function keepKnownInTx(
  tx: Tx,
  { tenantId, id }: Pick<Draft, 'tenantId' | 'id'>,
  known: Known,
): Promise<void> {
  const sealed = sealJson(known, knownContext(tenantId, id));
  await tx.$executeRaw`update application set known_sealed = ${sealed}
    where tenant_id = ${tenantId} and id = ${id}::uuid`;
}

/** What these questions of a draft are filled in with beforehand. */
export async function offersInTx(
  tx: Tx,
  draft: Draft,
  fields: readonly Field<unknown>[],
  answers: Answers,
  context: FieldContext,
): Promise<{ known: Known; offers: Record<string, Offer> }> {
  if (!fields.some((field) => 'prefill' in field && field.prefill))
    return { known: nothingKnown, offers: {} };
  const known = await knownInTx(tx, draft);
  const earlier = await earlierInTx(tx, draft, fields);
  return { known, offers: offersFor(fields, answers, { known, earlier, context }) };
}

/** The children she can choose among; read without asking the register. */
export const childrenInTx = async (tx: Tx, draft: Draft): Promise<ChildInCare[]> =>
  fieldsOf(draft).some((field) => field.kind === 'child') ? childrenIn(await knownInTx(tx, draft)) : [];

/** Whose number her own is, where the form asks for that of somebody else. */
export const selfInTx = async (tx: Tx, draft: Draft): Promise<Self | null> =>
  asksForAnother(fieldsOf(draft))
    ? {
        nationalId: (await getPersonInTx(tx, draft.tenantId, draft.personId)).nationalId,
        onBehalf: draft.form.definition.onBehalf?.nationalId ?? null,
      }
    : null;

const fieldsOf = ({ form }: Draft) =>
  form.definition.pages.flatMap((page) => page.groups.flatMap((group) => group.fields));

/**
 * Her latest application for the same service, or one that the form names, where one of the questions begins with its
 * answer. Not for somebody with protected identity: an address in it may since have become a secret.
 */
async function earlierInTx(
  tx: Tx,
  { tenantId, personId, serviceId, form }: Draft,
  fields: readonly Field<unknown>[],
): Promise<Earlier | null> {
  if (!fields.some((field) => 'prefill' in field && field.prefill === 'earlier')) return null;
  if ((await getPersonInTx(tx, tenantId, personId)).protectedIdentity) return null;
  const others = await getServiceIdsInTx(tx, tenantId, form.definition.earlierFrom ?? []);
  const services = [serviceId, ...others];
  const latest = await tx.application.findFirst({
    where: {
      tenantId,
      personId,
      serviceId: { in: services },
      submittedAt: { not: null },
      snapshot: { isNot: null },
    },
    orderBy: { submittedAt: 'desc' },
    select: { id: true, submittedAt: true, snapshot: { select: { sealed: true } } },
  });
  if (!latest?.snapshot || !latest.submittedAt) return null;
  return {
    on: dateInSweden(latest.submittedAt),
    snapshot: openJson<Snapshot>(latest.snapshot.sealed, snapshotContext(tenantId, latest.id)),
  };
}
