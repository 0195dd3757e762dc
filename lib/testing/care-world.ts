import { examples } from '@/lib/back-office/contract/examples';
import {
  careNoteMessage,
  carePlanMessage,
  careVisitMessage,
} from '@/lib/care-information/domain/care-messages';
import { putPersonInTx } from '@/lib/identity/api';
import { newId } from '@/lib/kernel/ids';
import type { NationalId } from '@/lib/kernel/national-id';
import type { ResidentActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { residentOf } from './cases-world';
import { asOwner } from './test-database';

/** What tests of care tell: the contract's own examples, with what a test says otherwise. */
type More = Record<string, unknown>;

export const carePlan = (more: More = {}) => ({
  externalId: newId(),
  ...carePlanMessage.parse({ ...examples['put-care-plan'].request, ...more }),
});
export const careVisit = (more: More = {}) => ({
  externalId: newId(),
  ...careVisitMessage.parse({ ...examples['put-care-visit'].request, ...more }),
});
export const careNote = (more: More = {}) => ({
  externalId: newId(),
  ...careNoteMessage.parse({ ...examples['put-care-note'].request, ...more }),
});

/** Somebody else than the examples are about. */
export const gunnar = { personalNumber: '193812038895', givenName: 'Gunnar', surname: 'Lindqvist' };

/** Whom a message is about, as she looks at her own pages. */
export async function residentNamed(
  tenantId: string,
  { personalNumber, ...name }: { personalNumber: string; givenName: string; surname: string } = examples[
    'put-care-plan'
  ].request.person,
): Promise<ResidentActor> {
  const person = { nationalId: personalNumber as NationalId, name };
  return residentOf(tenantId, await write({ tenantId }, (tx) => putPersonInTx(tx, tenantId, person)));
}

export const forgetAllCare = () =>
  asOwner((client) => client.query('truncate care_note_earlier, care_note, care_visit, care_plan'));
