import { Tag, type TagColor } from '@/components/ui/tag';
import type { Health } from '@/lib/back-office/domain/health';
import type { Translate } from '@/lib/platform/i18n';

const colors: Record<Health, TagColor> = {
  well: 'success',
  behind: 'warning',
  spared: 'danger',
  unfit: 'warning',
  silent: 'danger',
  never: 'warning',
  off: 'neutral',
  parked: 'danger',
};

export const HealthTag = ({ health, t }: { health: Health; t: Translate }) => (
  <Tag color={colors[health]}>{t(`systems:health.${health}.name`)}</Tag>
);
