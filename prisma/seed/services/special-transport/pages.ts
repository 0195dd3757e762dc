import { behalfPages } from '../shared/behalf';
import { healthConsent, ownPhone } from '../shared/closing';
import { interpreter } from '../shared/language';
import type { PageDocument } from '../shared/page';
import { t } from '../texts';
import { difficulty } from './difficulty';
import { guardian } from './guardian';
import { journey, moving } from './travel';

const permitNow: PageDocument = {
  slug: 'permit-now',
  title: t('Färdtjänst i dag', 'Special transport today'),
  groups: [
    {
      id: 'permit-now-group',
      fields: [
        {
          kind: 'yes-no',
          id: 'has-permit',
          label: t('Har du färdtjänst redan?', 'Do you have special transport already?'),
          required: true,
          missing: t('Välj om du har färdtjänst redan', 'Choose whether you have special transport already'),
        },
        {
          kind: 'date',
          id: 'permit-until',
          label: t('Till och med vilken dag gäller det?', 'Until which day is it valid?'),
          hint: t(
            'Det står i beslutet. Lämna tomt om du inte vet.',
            'The decision says so. Leave empty if you don’t know.',
          ),
          shownIf: { '==': [{ var: 'has-permit' }, 'yes'] },
        },
      ],
    },
  ],
};

const certificate: PageDocument = {
  slug: 'certificate',
  title: t('Läkarintyg', 'Medical certificate'),
  groups: [
    {
      id: 'certificate-group',
      fields: [
        {
          kind: 'file',
          id: 'certificate',
          label: t('Har du ett läkarintyg?', 'Do you have a medical certificate?'),
          hint: t(
            'Det ska säga varför du har svårt att resa och hur länge. Har du inget kan du skicka det senare. Handläggaren säger till om det behövs.',
            'It should say why it is hard for you to travel, and for how long. If you have none you can send it later. The officer will tell you if it is needed.',
          ),
          accept: ['pdf', 'jpeg', 'png'],
          bringLater: true,
        },
        healthConsent,
      ],
    },
  ],
};

const contact: PageDocument = {
  slug: 'contact',
  title: t('Så når vi dig', 'How we reach you'),
  groups: [
    {
      id: 'contact-group',
      fields: [
        {
          kind: 'address',
          id: 'home-address',
          label: t('Adressen där du bor', 'The address where you live'),
          hint: t('Vi tittar på hur vägen till hållplatsen ser ut.', 'We look at the way to the stop.'),
          required: true,
          missing: t('Skriv adressen där du bor', 'Write the address where you live'),
          prefill: 'register-address',
        },
        {
          ...ownPhone,
          hint: t('Handläggaren ringer om något är oklart.', 'The officer rings if anything is unclear.'),
        },
        interpreter,
      ],
    },
  ],
};

export const transportPages: PageDocument[] = [
  ...behalfPages({
    kinMayApply: false,
    guardian,
    mustSay: t(
      'Den ska säga att du får ansöka om färdtjänst.',
      'It must say that you may apply for special transport.',
    ),
  }),
  difficulty,
  moving,
  journey,
  permitNow,
  certificate,
  contact,
];
