import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { Draft } from './commands/draft-in-tx';
import type { GoneAnswer, MoveState } from './domain/move-state';
import { pagesFor } from './domain/navigation';

/** What she is told after a draft has been moved to a newer version of its form. */
export interface MoveNews {
  /** whether she has gone on since it was told; then only the pages to look at again are still named */
  isTold: boolean;
  /** pages to look at again before signing, in order; only such as her answers lead to */
  lookAgain: { slug: string; title: string }[];
  /** answers to what is not asked any more; kept until it is sent or thrown away */
  gone: GoneAnswer[];
}

export function newsOf(
  { form: { definition } }: Pick<Draft, 'form'>,
  answers: Answers,
  language: string,
  { isTold, lookAgain, gone }: MoveState,
): MoveNews {
  const reached = new Set(pagesFor(definition, answers));
  return {
    isTold,
    gone,
    lookAgain: definition.pages
      .filter(({ slug }) => lookAgain.includes(slug) && reached.has(slug))
      .map(({ slug, title }) => ({ slug, title: title[language] ?? slug })),
  };
}
