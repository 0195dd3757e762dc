import type { Rule } from '@/lib/catalogue/domain/rules';
import type { FieldDocument } from '../shared/page';
import { t } from '../texts';

const isGuardian: Rule = { '==': [{ var: 'mandate' }, 'guardian'] };
const hasOtherGuardian: Rule = { '==': [{ var: 'other-guardian' }, 'yes'] };

/** Those who have the care of a child decide together: the other one signs too. */
export const guardian: FieldDocument[] = [
  {
    kind: 'yes-no',
    id: 'other-guardian',
    label: t('Har barnet en vårdnadshavare till?', 'Does the child have another guardian?'),
    hint: t('Då behöver ni båda skriva under.', 'If so you must both sign.'),
    shownIf: isGuardian,
    required: true,
    missing: t('Välj om barnet har en vårdnadshavare till', 'Choose whether the child has another guardian'),
  },
  {
    kind: 'text',
    id: 'other-guardian-name',
    label: t('Den andra vårdnadshavarens namn', 'The other guardian’s name'),
    shownIf: hasOtherGuardian,
    required: true,
    missing: t('Skriv den andra vårdnadshavarens namn', 'Write the other guardian’s name'),
  },
  {
    kind: 'national-id',
    id: 'other-guardian-national-id',
    label: t('Den andra vårdnadshavarens personnummer', 'The other guardian’s personal number'),
    hint: t('Vi ber hen skriva under när du är klar.', 'We ask them to sign when you are done.'),
    shownIf: hasOtherGuardian,
    required: true,
    missing: t('Skriv den andra vårdnadshavarens personnummer', 'Write the other guardian’s personal number'),
  },
];
