import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { guarded, requireResidentMay } from '../access';
import { answersInTx, findDraftInTx } from '../commands/draft-in-tx';
import { pagesFor } from '../domain/navigation';
import { orSubmitted } from './get-application-page';

export type ApplicationPlace = { kind: 'draft'; slug: string } | { kind: 'submitted' };

/** Where to go on with an application: the page she was on last, if her answers still lead there, else the first. */
export function getApplicationPlace(actor: Actor, applicationId: string): Promise<ApplicationPlace> {
  return guarded(actor, 'applications.get-application-place', 'application', applicationId, () =>
    orSubmitted(() =>
      read(actor, async (tx) => {
        requireResidentMay(actor, 'read-own');
        const draft = await findDraftInTx(tx, actor, applicationId);
        const { answers } = await answersInTx(tx, draft);
        const pages = pagesFor(draft.form.definition, answers);
        const slug = pages.find((page) => page === draft.lastPage) ?? pages[0] ?? 'check';
        return { kind: 'draft', slug };
      }),
    ),
  );
}
