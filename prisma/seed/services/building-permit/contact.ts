import { is, must, option, type PageDocument, page, t } from '../parts';

export const contact: PageDocument = page('contact', t('Kontakt och faktura', 'Contact and invoice'), [
  {
    kind: 'phone',
    id: 'own-phone',
    label: t('Ditt telefonnummer', 'Your phone number'),
    prefill: 'contact-phone',
    ...must('Skriv ditt telefonnummer', 'Write your phone number'),
  },
  {
    kind: 'email',
    id: 'own-email',
    label: t('Din e-postadress', 'Your e-mail address'),
    prefill: 'contact-email',
  },
  {
    kind: 'choice',
    id: 'payer',
    label: t('Vem betalar avgiften?', 'Who pays the fee?'),
    hint: t('Bygglov kostar också om svaret blir nej.', 'A building permit costs also if the answer is no.'),
    ...must('Välj vem som betalar avgiften', 'Choose who pays the fee'),
    options: [option('me', 'Jag', 'I do'), option('other', 'Någon annan', 'Somebody else')],
  },
  {
    kind: 'address',
    id: 'invoice-address',
    label: t('Adress för fakturan', 'Address for the invoice'),
    prefill: 'register-address',
    shownIf: is('payer', 'me'),
    ...must('Skriv adressen för fakturan', 'Write the address for the invoice'),
  },
  {
    kind: 'text',
    id: 'payer-name',
    label: t('Vad heter den som betalar?', 'What is the name of the one who pays?'),
    hint: t('En person eller ett företag.', 'A person or a company.'),
    shownIf: is('payer', 'other'),
    ...must('Skriv vad den som betalar heter', 'Write the name of the one who pays'),
  },
  {
    kind: 'address',
    id: 'payer-address',
    label: t('Betalarens adress', 'The payer’s address'),
    shownIf: is('payer', 'other'),
    ...must('Skriv betalarens adress', 'Write the payer’s address'),
  },
]);
