import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';

/** A small form with a partner and, if one says so, a third person who sign too. */
export interface SignedByMany {
  order?: 'in-turn' | 'at-once';
  answerWithinDays?: number;
  remindAfterDays?: number[];
}

const t = (sv: string) => Object.fromEntries(granvikCareHome.languages.map((code) => [code, sv]));
const yes = (field: string) => ({ '==': [{ var: field }, 'yes'] });
const asked = { required: true, missing: t('Svara') };

export const signedByMany = (
  slug: string,
  { order = 'at-once', answerWithinDays = 14, remindAfterDays = [3, 7] }: SignedByMany,
): unknown => ({
  ...granvikCareHome,
  slug,
  name: t('Gemensam ansökan'),
  appliesFor: t('något gemensamt'),
  onBehalf: undefined,
  signers: {
    order,
    answerWithinDays,
    remindAfterDays,
    others: [
      { id: 'partner', role: t('medsökande'), nationalId: 'partner-number', name: 'partner-name' },
      { id: 'third', role: t('vittne'), nationalId: 'third-number', when: yes('three') },
    ],
  },
  pages: [
    {
      slug: 'people',
      title: t('Vilka ni är'),
      groups: [
        {
          id: 'people-group',
          fields: [
            { kind: 'national-id', id: 'partner-number', label: t('Partnerns personnummer'), ...asked },
            { kind: 'text', id: 'partner-name', label: t('Partnerns namn') },
            { kind: 'yes-no', id: 'three', label: t('Är ni tre?'), ...asked },
            {
              kind: 'national-id',
              id: 'third-number',
              label: t('Den tredjes personnummer'),
              shownIf: yes('three'),
              ...asked,
            },
          ],
        },
      ],
    },
    {
      slug: 'why',
      title: t('Varför'),
      groups: [
        {
          id: 'why-group',
          fields: [
            { kind: 'long-text', id: 'why', label: t('Varför söker ni?'), ...asked },
            {
              kind: 'file',
              id: 'papers',
              label: t('Handlingar'),
              accept: ['pdf'],
              maxFiles: 2,
              maxMegabytes: 1,
            },
          ],
        },
      ],
    },
  ],
});
