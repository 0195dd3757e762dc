import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { saveAppealDraft } from '@/lib/cases/commands/save-appeal-draft';
import { sendAppeal } from '@/lib/cases/commands/send-appeal';
import { type AppealDraft, emptyDraft } from '@/lib/cases/domain/appeal-content';
import type { ResidentActor } from '@/lib/platform/actor';
import { createReceivedCase, decision, type TestCase } from './cases-world';

/** What tests of appeals build on. */
export interface DecidedCase extends TestCase {
  decisionId: string;
  /** the office's id of it */
  externalId: string;
}

export const written = (more: Partial<AppealDraft> = {}): AppealDraft => ({
  ...emptyDraft,
  change: 'Jag vill få det jag sökte.',
  reasons: 'Jag behöver hjälp också på natten.',
  ...more,
});

/** A case with a decision that she has opened; `opened: false`, one that she has not. */
export async function createDecided(
  more: Parameters<typeof decision>[0] & { opened?: boolean } = {},
): Promise<DecidedCase> {
  const { opened = true, ...message } = more;
  const theCase = await createReceivedCase();
  const made = decision({ outcome: 'rejected', ...message });
  const { decisionId } = await recordDecision(theCase.system, { caseId: theCase.caseId, ...made });
  if (opened) await openDecision(theCase.resident, { decisionId });
  return { ...theCase, decisionId, externalId: made.externalId };
}

/** Written and sent; the id of the appeal. */
export async function sendAppealOf(
  actor: ResidentActor,
  decisionId: string,
  draft = written(),
): Promise<string> {
  const saved = await saveAppealDraft(actor, { decisionId, draft, version: 0, keepMine: true });
  if (saved.outcome !== 'saved') throw new Error(saved.outcome);
  return (await sendAppeal(actor, { decisionId, version: saved.version, language: 'sv' })).appealId;
}
