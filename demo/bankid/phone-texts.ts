import type { Refusal } from '@/demo/bankid/order';
import type { Both } from '@/demo/web/page';

export const phoneTexts = {
  phones: { sv: 'Telefoner', en: 'Phones' },
  phonesLead: {
    sv: 'Välj vems telefon du håller i. På den läser du av QR-koder och legitimerar dig eller skriver under, som i BankID-appen.',
    en: 'Choose whose phone you hold. With it you scan QR codes and identify yourself or sign, as in the BankID app.',
  },
  phoneOf: { sv: 'Telefon', en: 'Phone' },
  allPhones: { sv: 'Alla telefoner', en: 'All phones' },
  refresh: { sv: 'Uppdatera', en: 'Refresh' },
  nothing: { sv: 'Inget väntar på svar.', en: 'Nothing is waiting for an answer.' },
  auth: { sv: 'Legitimering', en: 'Identification' },
  sign: { sv: 'Underskrift', en: 'Signature' },
  askedBy: { sv: 'Begärs av', en: 'Asked for by' },
  site: { sv: 'Webbplats', en: 'Website' },
  noText: { sv: 'Ingen text följer med.', en: 'No text comes with it.' },
  approveAuth: { sv: 'Legitimera', en: 'Identify' },
  approveSign: { sv: 'Skriv under', en: 'Sign' },
  decline: { sv: 'Avbryt', en: 'Cancel' },
  call: { sv: 'Du är i ett samtal', en: 'You are in a call' },
  openCall: { sv: 'Öppna', en: 'Open' },
  callYou: { sv: 'Du har ringt till dem.', en: 'You have called them.' },
  callThey: { sv: 'De har ringt till dig.', en: 'They have called you.' },
  confirmCall: { sv: 'Ja, jag är i samtalet', en: 'Yes, I am in the call' },
  declineCall: { sv: 'Nej', en: 'No' },
  scan: { sv: 'Läs av QR-kod', en: 'Scan a QR code' },
  onScreens: {
    sv: 'Koder som visas på skärmar just nu. Att välja en är att hålla upp kameran framför den.',
    en: 'Codes on screens right now. Choosing one is holding up the camera to it.',
  },
  noScreens: {
    sv: 'Ingen skärm visar en kod just nu. En kod visas i högst 30 sekunder, sedan gör webbplatsen en ny.',
    en: 'No screen shows a code right now. A code is shown for 30 seconds at most, then the website makes a new one.',
  },
  scanThis: { sv: 'Läs av', en: 'Scan' },
  secondsAgo: { sv: 's sedan', en: 's ago' },
  paste: { sv: 'Eller klistra in innehållet i en QR-kod', en: 'Or paste the content of a QR code' },
  scanPasted: { sv: 'Läs av det inklistrade', en: 'Scan what was pasted' },
  whoseDevice: { sv: 'Vems BankID finns på den här enheten?', en: 'Whose BankID is on this device?' },
  whoseDeviceLead: {
    sv: 'Här skulle BankID-appen ha öppnats. Välj vem du är.',
    en: 'This is where the BankID app would have opened. Choose who you are.',
  },
  neededPerson: { sv: 'Begäran gäller den här personen', en: 'The request is for this person' },
  gone: { sv: 'Begäran finns inte längre', en: 'The request no longer exists' },
  goneLead: {
    sv: 'Den kan ha gått ut. Gå tillbaka till webbplatsen och börja om.',
    en: 'It may have expired. Go back to the website and start again.',
  },
  approved: { sv: 'Klart. Gå tillbaka till webbplatsen.', en: 'Done. Go back to the website.' },
  declined: { sv: 'Avbrutet.', en: 'Cancelled.' },
  callDeclined: {
    sv: 'Du har sagt att du inte är i samtalet.',
    en: 'You have said that you are not in the call.',
  },
} as const satisfies Record<string, Both>;

export type PhoneText = keyof typeof phoneTexts;

export const refusalTexts: Record<Refusal, Both> = {
  unreadable: { sv: 'Det där är ingen giltig BankID-kod.', en: 'That is not a valid BankID code.' },
  unknown: { sv: 'Den begäran finns inte.', en: 'There is no such request.' },
  stale: {
    sv: 'Koden är för gammal. Läs av den som visas just nu.',
    en: 'The code is too old. Scan the one that is shown right now.',
  },
  alreadyTaken: { sv: 'Någon har redan läst av den koden.', en: 'Somebody has already scanned that code.' },
  over: { sv: 'Begäran är avslutad.', en: 'The request has ended.' },
  wrongPerson: { sv: 'Begäran gäller en annan person.', en: 'The request is for another person.' },
  noMatchingBankId: {
    sv: 'Det finns inget BankID på telefonen som passar.',
    en: 'There is no BankID on the phone that fits.',
  },
  notYours: { sv: 'Begäran finns inte på den här telefonen.', en: 'The request is not on this phone.' },
  callNotConfirmed: {
    sv: 'Bekräfta först att du är i samtalet.',
    en: 'First confirm that you are in the call.',
  },
};
