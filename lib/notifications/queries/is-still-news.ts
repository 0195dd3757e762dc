import 'server-only';
import { isDraftExpiringInTx, isSignatureWantedInTx } from '@/lib/applications/api';
import { isNewsInTx } from '@/lib/cases/api';
import type { Tx } from '@/lib/platform/db';
import type { EventIds, NewsTest } from '../domain/notice-table';

/** Who answers what is still news. An event without the id that is asked for can't have been seen. */
const answers: Record<NewsTest, (tx: Tx, tenantId: string, ids: EventIds) => Promise<boolean>> = {
  always: async () => true,
  'decision-unopened': (tx, tenantId, { decisionId }) => isNewsInTx(tx, tenantId, { decisionId }),
  'supplement-open': (tx, tenantId, { supplementId }) => isNewsInTx(tx, tenantId, { supplementId }),
  'signature-wanted': async (tx, tenantId, { signerId }) =>
    signerId === undefined || isSignatureWantedInTx(tx, tenantId, signerId),
  'draft-expiring': async (tx, tenantId, { applicationId }) =>
    applicationId === undefined || isDraftExpiringInTx(tx, tenantId, applicationId),
};

/** Whether what an event told of still waits to be seen, asked just before somebody is told. */
export const isStillNewsInTx = (tx: Tx, tenantId: string, test: NewsTest, ids: EventIds): Promise<boolean> =>
  answers[test](tx, tenantId, ids);
