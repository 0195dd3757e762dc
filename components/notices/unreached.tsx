import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import { isolated } from '@/lib/kernel/isolated';
import type { Channel } from '@/lib/notifications/domain/channels';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

interface Way {
  channel: Channel;
  leads: boolean;
  address: string | null;
  trouble: 'refused' | 'failed' | null;
}

/** Where each way is mended, from whatever page this stands on. */
const PLACES: Record<Channel, string> = {
  email: '/settings#contact',
  sms: '/settings#contact',
  push: '/settings/notices#devices',
  'digital-mail': '/settings/notices',
};

/**
 * Says of each address that takes nothing that we can't reach her there, of what didn't get there that it didn't, and of
 * each way that is to be used that there is no address for it; each with the way to mend it.
 */
export function Unreached({
  offered,
  chosen,
  lang,
  t,
}: {
  offered: readonly Way[];
  /** the channels that are to be used for something; none for whoever is told in no way */
  chosen: ReadonlySet<Channel>;
  lang: Language;
  t: Translate;
}) {
  return offered.map(({ channel, leads, address, trouble }) => {
    // It may have been tried as the last way left, of somebody who has never asked for it.
    const isHers = channel !== 'digital-mail' || chosen.has(channel);
    const text =
      trouble && isHers
        ? t(
            trouble === 'refused' ? `settings:unreached.${channel}` : `settings:unreached.${channel}-trouble`,
            {
              address: isolated(address ?? ''),
            },
          )
        : !leads && chosen.has(channel) && channel !== 'digital-mail'
          ? t(`settings:unreached.${channel}-missing`)
          : null;
    return (
      text !== null && (
        <Alert key={channel} kind="warning">
          <p>
            {text}{' '}
            <TextLink href={href(lang, PLACES[channel])}>{t(`settings:unreached.mend.${channel}`)}</TextLink>
          </p>
        </Alert>
      )
    );
  });
}
