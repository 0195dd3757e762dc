import { Alert } from '@/components/ui/alert';
import type { Translate } from '@/lib/platform/i18n';

/** How many deliveries the press before this page sent again. */
export function SentNotice({ sent, t }: { sent: string | string[] | undefined; t: Translate }) {
  if (typeof sent !== 'string' || !/^\d{1,6}$/.test(sent)) return null;
  const count = Number(sent);
  return (
    <Alert kind={count > 0 ? 'success' : 'info'} live="status">
      {count > 0 ? t('systems:sent', { count }) : t('systems:sent-none')}
    </Alert>
  );
}
