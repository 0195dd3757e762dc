import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { mergePages, type Posted, readAnswers } from '@/lib/applications/domain/answers';
import { type GuideMove, guideStep } from '@/lib/catalogue/domain/guide';
import { findGuide } from '@/lib/catalogue/queries/find-guide';
import { listServices } from '@/lib/catalogue/queries/list-services';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { NobodyActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import type { Language } from '@/lib/platform/i18n';
import type { GuideState } from './guide-state';

/** The municipality's guide, or the page that says there is none. Once per request. */
export const guideOf = cache(async (tenantId: string) => {
  const guide = await findGuide({ kind: 'nobody', tenantId });
  return guide ?? notFound();
});

/** Where what was posted leads; from the beginning where nothing was. Whoever asks, it is answered as to nobody. */
export async function findStep(
  visitor: NobodyActor,
  language: Language,
  posted?: { data: Posted; move: GuideMove },
): Promise<GuideState> {
  const [guide, services] = await Promise.all([
    guideOf(visitor.tenantId),
    listServices(visitor, { language }),
  ]);
  const step = guideStep(guide, {
    language,
    today: dateInSweden(now()),
    answers: posted ? mergePages(guide.pages.map((page) => readAnswers(page, posted.data, {}))) : {},
    services: services.map(({ slug, name, language }) => ({ slug, name, language })),
    move: posted?.move ?? null,
  });
  return { step };
}
