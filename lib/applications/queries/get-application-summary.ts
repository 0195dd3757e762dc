import 'server-only';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import { compilePage, type FormPage } from '@/lib/catalogue/domain/form-page';
import { answerTexts } from '@/lib/catalogue/domain/form-texts';
import { languageOf } from '@/lib/catalogue/domain/texts';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { isLanguage, type Language, texts } from '@/lib/platform/i18n';
import { guarded, requireResidentMay } from '../access';
import { answersInTx, findDraftInTx, homesInTx } from '../commands/draft-in-tx';
import { CHECK, previousPage } from '../domain/navigation';
import { readiness } from '../domain/readiness';
import { type AnswerSection, summarize } from '../domain/summary';
import { orSubmitted } from './get-application-page';

export type ApplicationSummary =
  | {
      kind: 'summary';
      serviceName: string;
      sections: AnswerSection[];
      /** pages with something to put right, each with what; empty when it can be signed */
      unready: { page: FormPage; problems: Problem[] }[];
      previous: string | null;
    }
  | { kind: 'submitted' };

/** All questions on the way and their answers in words, and what is missing before it can be signed. */
export function getApplicationSummary(
  actor: Actor,
  { applicationId, language }: { applicationId: string; language: Language },
  { now = clock }: { now?: () => Date } = {},
): Promise<ApplicationSummary> {
  return guarded(actor, 'applications.get-application-summary', 'application', applicationId, () =>
    orSubmitted(() =>
      read(actor, async (tx) => {
        requireResidentMay(actor, 'read-own');
        const draft = await findDraftInTx(tx, actor, applicationId);
        const { definition } = draft.form;
        const { answers } = await answersInTx(tx, draft);
        const spoken = languageOf(definition, language);
        const homes = await homesInTx(tx, draft, spoken);
        const today = dateInSweden(now());
        const { pages } = readiness(definition, answers, { today, homes: homes.map((home) => home.slug) });
        const lang = isLanguage(spoken) ? spoken : language;
        return {
          kind: 'summary',
          serviceName: definition.name[spoken] ?? definition.slug,
          sections: summarize(definition, answers, {
            language: lang,
            texts: answerTexts(texts(lang)),
            homes,
            now: now(),
          }),
          unready: pages.flatMap(({ slug, ready, problems }) => {
            const page = ready ? null : compilePage(definition, slug, { language, today, answers, homes });
            return page ? [{ page, problems }] : [];
          }),
          previous: previousPage(definition, answers, CHECK),
        };
      }),
    ),
  );
}
