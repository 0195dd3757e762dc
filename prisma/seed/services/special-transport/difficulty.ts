import type { PageDocument } from '../shared/page';
import { t } from '../texts';

export const difficulty: PageDocument = {
  slug: 'difficulty',
  title: t('Det som är svårt', 'What is hard'),
  groups: [
    {
      id: 'difficulty-group',
      fields: [
        {
          kind: 'choices',
          id: 'obstacles',
          label: t(
            'Vad gör det svårt för dig att åka buss eller tåg?',
            'What makes it hard for you to go by bus or train?',
          ),
          hint: t('Välj allt som stämmer.', 'Choose all that apply.'),
          required: true,
          missing: t(
            'Välj vad som gör det svårt att åka buss eller tåg',
            'Choose what makes it hard to go by bus or train',
          ),
          options: [
            { value: 'way-there', label: t('Att ta mig till hållplatsen', 'Getting to the stop') },
            { value: 'on-and-off', label: t('Att kliva på och av', 'Getting on and off') },
            {
              value: 'balance',
              label: t('Att hålla balansen när det kör', 'Keeping my balance while it moves'),
            },
            {
              value: 'strength',
              label: t('Att jag inte orkar eller får svårt att andas', 'I run out of strength or breath'),
            },
            { value: 'sight', label: t('Att jag ser dåligt', 'I see badly') },
            {
              value: 'find',
              label: t('Att hitta och veta var jag ska av', 'Finding the way and knowing where to get off'),
            },
            {
              value: 'people',
              label: t('Att vara bland många människor', 'Being among many people'),
            },
            { value: 'other', label: t('Något annat', 'Something else') },
          ],
        },
        {
          kind: 'long-text',
          id: 'what-happens',
          label: t('Vad händer när du åker, eller försöker?', 'What happens when you travel, or try to?'),
          hint: t(
            'Berätta med egna ord. Skriv gärna vilken sjukdom eller funktionsnedsättning det beror på.',
            'Tell us in your own words. Do write which illness or disability it comes from.',
          ),
          required: true,
          missing: t('Skriv vad som händer när du åker', 'Write what happens when you travel'),
        },
        {
          kind: 'choice',
          id: 'lasts',
          label: t('Hur länge tror du att det är så?', 'How long do you think it will be so?'),
          hint: t('Räkna från i dag. Fråga gärna din läkare.', 'Count from today. You can ask your doctor.'),
          required: true,
          missing: t('Välj hur länge du tror att det är så', 'Choose how long you think it will be so'),
          options: [
            { value: 'under-three-months', label: t('Mindre än tre månader', 'Less than three months') },
            { value: 'under-a-year', label: t('Tre månader till ett år', 'Three months to a year') },
            { value: 'longer', label: t('Längre än ett år', 'Longer than a year') },
            { value: 'unknown', label: t('Jag vet inte', 'I don’t know') },
          ],
        },
        {
          kind: 'information',
          id: 'short-time',
          tone: 'warning',
          label: t('Tre månader är gränsen', 'Three months is the limit'),
          text: t(
            'Blir du bra inom tre månader får du troligen nej. Du har ändå rätt att ansöka och få din ansökan prövad.\n\nSka du till vården kan du ha rätt till sjukresor. Dem ordnar regionen.',
            'If you get well within three months the answer is probably no. You still have the right to apply and to have your application considered.\n\nFor visits to health care you may have the right to patient transport. The region arranges that.',
          ),
          shownIf: { '==': [{ var: 'lasts' }, 'under-three-months'] },
        },
        {
          kind: 'choice',
          id: 'season',
          label: t('Är det lika svårt hela året?', 'Is it as hard all year round?'),
          required: true,
          missing: t('Välj om det är lika svårt hela året', 'Choose whether it is as hard all year round'),
          options: [
            { value: 'all-year', label: t('Ja, hela året', 'Yes, all year round') },
            { value: 'winter', label: t('Nej, bara på vintern', 'No, only in winter') },
            { value: 'varies', label: t('Det går upp och ner', 'It goes up and down') },
          ],
        },
      ],
    },
  ],
};
