import { z } from 'zod';
import { careHome, careHomeKept } from './care-home-messages';
import { offerOperations } from './offer-operations';
import type { Operation } from './operations';

const slug = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** What systems that keep the municipality's care homes publish of them, and what is offered. */
export const careHomeOperations = {
  'put-care-home': {
    method: 'PUT',
    path: '/care-homes/{slug}',
    scope: 'care-homes.write',
    summary: 'Publish a care home',
    description:
      'As it is now; send it again when something has changed. The first system to publish a home owns it. With `isOpen` false it is not shown any more.',
    params: { slug },
    body: careHome,
    answer: { status: 200, schema: careHomeKept, description: 'It is kept, or known already' },
    refusals: { 404: 'Another system’s home' },
  },
  ...offerOperations,
} as const satisfies Record<string, Operation>;
