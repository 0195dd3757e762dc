import { LinkCard } from '@/components/ui/card';
import type { MeetingWay } from '@/lib/appointments/domain/words';
import type { Translate } from '@/lib/platform/i18n';
import { wayIcons } from './booking-lines';

/** How she wants to meet, where there are several ways: the only question on its page. */
export function WayChoice({
  ways,
  hrefOf,
  t,
}: {
  ways: readonly MeetingWay[];
  hrefOf: (way: MeetingWay) => string;
  t: Translate;
}) {
  return (
    <ul className="ms-plain-list ms-stack">
      {ways.map((way) => (
        <li key={way}>
          <LinkCard level={2} icon={wayIcons[way]} href={hrefOf(way)} title={t(`appointments:way.${way}`)}>
            <p>{t(`appointments:way-help.${way}`)}</p>
          </LinkCard>
        </li>
      ))}
    </ul>
  );
}
