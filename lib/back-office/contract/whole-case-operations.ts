import { z } from 'zod';
import { bundle, bundleAnswer } from './bundle-messages';
import * as s from './case-state-messages';
import * as m from './messages';
import type { Operation } from './operations';

const serviceSlug = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** All of a case, or of many, for systems that can do no more than say how things are now. */
export const wholeCaseOperations = {
  'put-case-state': {
    method: 'PUT',
    path: '/services/{slug}/cases/{externalId}/state',
    scope: 'cases.write',
    summary: 'Tell all of a case as it is now',
    description:
      'For systems that can only say how things are, now and then: what is new is found out here. As put-case, with what has been asked, decided and written; each part by its own id, so that what is known already changes nothing. What is applied is applied whole. Needs the scopes of the parts too.',
    params: { slug: serviceSlug, externalId: m.externalId },
    body: s.caseState,
    answer: { status: 200, schema: s.caseStateRecorded, description: 'What became of it' },
    refusals: {
      404: 'As put-case',
      409: 'As put-case; case-version-differs: another state was told under this version; decision-differs: a decision is changed by a new one',
    },
  },
  'put-bundle': {
    method: 'POST',
    path: '/bundles',
    scope: 'cases.write',
    summary: 'Tell of many cases, and of care, as they are now',
    description:
      'At most 200 of each kind at a time: cases as put-case-state, then invitations, offers, care plans, visits and notes as their own operations, each by itself. The answer says of each what became of it. The same bundle again changes nothing. Needs the scopes of what is in it too.',
    body: bundle,
    hasParts: true,
    answer: { status: 200, schema: bundleAnswer, description: 'What became of each' },
    refusals: { 403: 'Something in it needs a scope that the system lacks; nothing was done' },
  },
} as const satisfies Record<string, Operation>;
