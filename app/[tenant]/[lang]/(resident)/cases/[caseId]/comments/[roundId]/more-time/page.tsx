import type { Metadata } from 'next';
import { getCommentRound } from '@/lib/cases/queries/get-comment-round';
import { type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../../resident-page';
import { MoreTimePage } from '../../../more-time-page';

type Props = ResidentParams<{ caseId: string; roundId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('more-time:title') };
}

/** Asking for a later day to comment by. */
export default async function CommentsMoreTimePage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const found = await orNotFound(getCommentRound(actor, path, lang));
  return <MoreTimePage found={found} thing={{ roundId: found.id }} lang={lang} t={t} />;
}
