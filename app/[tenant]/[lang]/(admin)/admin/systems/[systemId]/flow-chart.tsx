import { Details } from '@/components/ui/details';
import { Table } from '@/components/ui/table';
import type { SystemFacts } from '@/lib/back-office/queries/get-system';
import { timeText } from '@/lib/kernel/date-text';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';

const HEIGHT = 100;
/** of an hour: its two bars and the space round them */
const WIDTH = 10;

/** A day's deliveries as bars, made on the server, and the same as a table for who can't see them or wants the numbers. */
export function FlowChart({
  hours,
  lang,
  t,
}: {
  hours: SystemFacts['hours'];
  lang: StaffLanguage;
  t: Translate;
}) {
  const most = Math.max(...hours.flatMap(({ made, received }) => [made, received]));
  if (most === 0 && hours.every(({ failedTries }) => failedTries === 0))
    return <p>{t('systems:flow.empty')}</p>;
  const bar = (value: number, x: number, series: string) => {
    const height = most === 0 ? 0 : (value / most) * HEIGHT;
    return <rect x={x} y={HEIGHT - height} width={4} height={height} data-series={series} />;
  };
  return (
    <figure className="ms-flow-chart">
      <p className="ms-flow-most">{t('systems:flow.most', { count: most })}</p>
      <svg viewBox={`0 0 ${hours.length * WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {hours.map(({ from, made, received }, index) => (
          <g key={from.getTime()}>
            {bar(made, index * WIDTH + 1, 'made')}
            {bar(received, index * WIDTH + 5, 'received')}
          </g>
        ))}
      </svg>
      <div className="ms-flow-axis" aria-hidden="true">
        {hours[0] && <span>{timeText(hours[0].from, lang)}</span>}
        <span>{t('systems:flow.now')}</span>
      </div>
      <figcaption className="ms-flow-legend">
        {(['made', 'received'] as const).map((series) => (
          <span key={series}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <rect width={12} height={12} data-series={series} />
            </svg>
            {t(`systems:flow.${series}`)}
          </span>
        ))}
      </figcaption>
      <Details summary={t('systems:flow.table')}>
        <Table
          caption={t('systems:flow.caption')}
          columns={(['hour', 'made', 'received', 'failed'] as const).map((key) => ({
            key,
            title: t(`systems:flow.${key}`),
          }))}
          rows={hours.map(({ from, made, received, failedTries }) => ({
            key: from.toISOString(),
            cells: { hour: timeText(from, lang), made, received, failed: failedTries },
          }))}
        />
      </Details>
    </figure>
  );
}
