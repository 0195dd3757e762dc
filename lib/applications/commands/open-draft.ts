import 'server-only';
import { getPublishedVersionInTx } from '@/lib/catalogue/api';
import { lookUpOwnFacts } from '@/lib/identity/api';
import type { OwnFact } from '@/lib/identity/domain/own-facts';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read, type Tx, write } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay } from '../access';
import { factsToLookUp, learn } from '../domain/prefill';
import { answersInTx, type Draft, findDraftInTx, lockDraftInTx } from './draft-in-tx';
import { keepKnownInTx, knownInTx } from './known-in-tx';
import { moveDraftInTx } from './move-draft-in-tx';

export interface DraftToOpen {
  applicationId: string;
  /** the page she is about to see; none for the answers as a whole */
  slug?: string;
  language: Language;
}

/**
 * What must be done before a page of a draft is shown: it is moved to the form's published version, and what the page is
 * filled in with beforehand is looked up. Nearly always there is nothing to do. A document that has been prepared stays
 * as it is, with its version: what she has read and may be signing just now must not change under her hand.
 * Says nothing of a draft that isn't there or isn't hers: the query that shows it does.
 */
export async function openDraft(
  actor: Actor,
  { applicationId, slug, language }: DraftToOpen,
  { now = clock, lookUp = lookUpOwnFacts }: { now?: () => Date; lookUp?: typeof lookUpOwnFacts } = {},
): Promise<void> {
  requireResidentMay(actor, 'read-own');
  if (!isId(applicationId)) return;
  await unlessGone(async () => {
    if (await read(actor, (tx) => isOutdatedInTx(tx, actor, applicationId))) {
      await write(actor, async (tx) => {
        const draft = await lockDraftInTx(tx, actor, applicationId);
        const version = await versionToMoveToInTx(tx, draft);
        if (version !== null) await moveDraftInTx(tx, actor, draft, version, { language, now: now() });
      });
    }
    if (slug === undefined) return;
    const wanted = await read(actor, (tx) => wantedInTx(tx, actor, applicationId, slug, now()));
    if (wanted.length === 0) return;
    const told = await lookUp(actor, wanted);
    await write(actor, async (tx) => {
      const draft = await lockDraftInTx(tx, actor, applicationId);
      await keepKnownInTx(tx, draft, learn(await knownInTx(tx, draft), wanted, told, now()));
    });
  });
}

async function unlessGone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isAppError(error, 'NotFound') && !isAppError(error, 'AlreadyDone')) throw error;
  }
}

const isOutdatedInTx = async (tx: Tx, actor: Actor, applicationId: string): Promise<boolean> =>
  (await versionToMoveToInTx(tx, await findDraftInTx(tx, actor, applicationId))) !== null;

/** Null where the draft stays on its version. */
async function versionToMoveToInTx(
  tx: Tx,
  { tenantId, id, serviceId, serviceVersion }: Draft,
): Promise<number | null> {
  const published = await getPublishedVersionInTx(tx, tenantId, serviceId);
  if (published === null || published <= serviceVersion) return null;
  const prepared = await tx.application.count({ where: { tenantId, id, documentHash: { not: null } } });
  return prepared === 0 ? published : null;
}

async function wantedInTx(
  tx: Tx,
  actor: Actor,
  applicationId: string,
  slug: string,
  now: Date,
): Promise<OwnFact[]> {
  const draft = await findDraftInTx(tx, actor, applicationId);
  const page = draft.form.definition.pages.find((candidate) => candidate.slug === slug);
  const fields = page?.groups.flatMap((group) => group.fields) ?? [];
  const needsAny = fields.some((field) => 'prefill' in field && field.prefill) || fields.some(isChild);
  if (!needsAny) return [];
  const { answers } = await answersInTx(tx, draft);
  return factsToLookUp(fields, answers, await knownInTx(tx, draft), now);
}

const isChild = (field: { kind: string }) => field.kind === 'child';
