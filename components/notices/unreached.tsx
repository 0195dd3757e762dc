import { Alert } from '@/components/ui/alert';
import { isolated } from '@/lib/kernel/isolated';
import type { Translate } from '@/lib/platform/i18n';

/** Says of each address that takes nothing that we can't reach her there, and of what didn't get there that it didn't. */
export function Unreached({
  offered,
  t,
}: {
  offered: readonly {
    channel: 'email' | 'sms' | 'digital-mail';
    address: string | null;
    trouble: 'refused' | 'failed' | null;
  }[];
  t: Translate;
}) {
  return offered.map(
    ({ channel, address, trouble }) =>
      trouble !== null && (
        <Alert key={channel} kind="warning">
          {t(
            trouble === 'refused' ? `settings:unreached.${channel}` : `settings:unreached.${channel}-trouble`,
            {
              address: isolated(address ?? ''),
            },
          )}
        </Alert>
      ),
  );
}
