import { z } from 'zod';
import { changePage, since } from './change-messages';
import { limits } from './limits';
import type { Operation } from './operations';

const limit = z.coerce.number().int().min(1).max(limits.perPage.most).default(limits.perPage.most);

/** What a system has missed. */
export const changeOperations = {
  'list-changes': {
    method: 'GET',
    path: '/changes',
    scope: 'deliveries.read',
    summary: 'What has happened since the system asked last',
    description:
      'Oldest first, ids only. Keep `cursor` once the items are safe, and give it as `since` the next time; left out, it begins at the beginning of what is kept: at least a month, as long as the municipality’s rule says. Nothing is ever passed over, whatever order it came about in. The same cursor gives the same items, and what has come since.',
    query: z.strictObject({ since: since.optional(), limit }),
    answer: { status: 200, schema: changePage, description: 'What has happened, and where to go on' },
    refusals: {
      410: 'changes-forgotten: what happened after this cursor is kept no longer; begin anew, as `detail` says',
    },
  },
} as const satisfies Record<string, Operation>;
