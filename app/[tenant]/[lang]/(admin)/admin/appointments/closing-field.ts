import type { StaffField } from '@/components/appointments/staff-field';
import type { Translate } from '@/lib/platform/i18n';

/** What becomes of those who are booked, when the server has said that there are any. */
export const closingField = (whom: 'officer' | 'place' | 'room', t: Translate): StaffField => ({
  kind: 'radio',
  name: 'booked',
  label: t('meetings:closing.label'),
  value: '',
  onlyWhenAsked: true,
  options: [
    {
      value: 'keep',
      label: t('meetings:closing.keep'),
      description: t(whom === 'officer' ? 'meetings:closing.keep-officer' : 'meetings:closing.keep-place'),
    },
    {
      value: 'move',
      label: t('meetings:closing.move'),
      description: t(`meetings:closing.move-${whom}`),
    },
  ],
});
