import { Alert } from '@/components/ui/alert';
import { SentenceWith } from '@/components/ui/in-language';
import type { Said } from '@/lib/kernel/said';
import type { Language, Translate } from '@/lib/platform/i18n';

/** What she was asked to book and can't any more: why, and that nothing is asked of her now. */
export function EndedInvitations({
  invitations,
  contact,
  level = 2,
  lang,
  t,
}: {
  invitations: readonly { id: string; name: Said; why: 'withdrawn' | 'closed' }[];
  /** whom to call */
  contact: { name: string; phone: string };
  level?: 2 | 3;
  lang: Language;
  t: Translate;
}) {
  if (invitations.length === 0) return null;
  const alerts = invitations.map(({ id, name, why }) => (
    <Alert
      key={id}
      level={level}
      title={
        <SentenceWith
          words={name}
          on={lang}
          sentence={(said) => t(`appointments:invitation.${why}-title`, { name: said })}
        />
      }
    >
      {t(`appointments:invitation.${why}`, contact)}
    </Alert>
  ));
  return <div className="ms-stack">{alerts}</div>;
}
