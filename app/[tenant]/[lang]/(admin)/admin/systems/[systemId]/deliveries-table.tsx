import { InstantText } from '@/components/ui/date-text';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { outcomeGroup } from '@/lib/back-office/domain/outcome';
import type { Undelivered } from '@/lib/back-office/queries/list-undelivered';
import { href, type StaffLanguage, type Translate } from '@/lib/platform/i18n';

/** Deliveries that are not received, each with the way to its whole story. */
export function DeliveriesTable({
  systemId,
  deliveries,
  caption,
  lang,
  t,
}: {
  systemId: string;
  deliveries: readonly Undelivered[];
  caption: string;
  lang: StaffLanguage;
  t: Translate;
}) {
  return (
    <Table
      caption={caption}
      columns={(['kind', 'case', 'made', 'tries', 'last'] as const).map((key) => ({
        key,
        title: t(`systems:list.${key}`),
      }))}
      rows={deliveries.map((delivery) => ({
        key: delivery.id,
        cells: {
          kind: (
            <TextLink href={href(lang, `/admin/systems/${systemId}/deliveries/${delivery.id}`)}>
              {t(`systems:kinds.${delivery.kind}`)}
              <span className="ds-sr-only">, {delivery.caseNumber ?? t('systems:list.no-case')}</span>
            </TextLink>
          ),
          case: delivery.caseNumber ? <bdi>{delivery.caseNumber}</bdi> : t('systems:list.no-case'),
          made: <InstantText at={delivery.createdAt} lang={lang} />,
          tries: delivery.attempts,
          last: lastOf(delivery, t),
        },
      }))}
    />
  );
}

function lastOf({ lastError, attempts }: Undelivered, t: Translate): string {
  if (lastError) return t(`systems:outcomes.${outcomeGroup(lastError)}.what`);
  return t(attempts > 0 ? 'systems:outcomes.heard.what' : 'systems:list.nothing-yet');
}
