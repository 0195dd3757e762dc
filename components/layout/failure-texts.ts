/**
 * The words of a page that failed. One of its three makers is the browser, when a step within a page failed and no
 * server can be asked, so these few stand in the script; another is the server when it can't make a page at all
 * (scripts/lib/failure-page.ts). All other texts are in public/locales.
 */
export const failureTexts = {
  sv: {
    title: 'Något gick fel hos oss',
    text: 'Det du har sparat finns kvar. Försök igen om en stund.',
    reference: 'Om det händer igen, ring oss och säg koden',
    retry: 'Försök igen',
    home: 'Till startsidan',
  },
  en: {
    title: 'Something went wrong on our side',
    text: 'What you have saved is still there. Try again in a while.',
    reference: 'If it happens again, call us and give the code',
    retry: 'Try again',
    home: 'Go to the start page',
  },
  fi: {
    title: 'Meillä meni jotain vikaan',
    text: 'Tallentamasi on tallessa. Yritä hetken kuluttua uudelleen.',
    reference: 'Jos näin käy taas, soita meille ja kerro koodi',
    retry: 'Yritä uudelleen',
    home: 'Etusivulle',
  },
  ar: {
    title: 'حدث خطأ لدينا',
    text: 'ما حفظته لا يزال موجودًا. حاول مرة أخرى بعد قليل.',
    reference: 'إذا تكرّر ذلك، اتصل بنا واذكر الرمز',
    retry: 'حاول مرة أخرى',
    home: 'إلى الصفحة الرئيسية',
  },
} as const;

/** Said where the page that was posted from is gone too. By the server alone: not to be carried to every browser. */
export const typedTexts: Readonly<Record<FailureLanguage, string>> = {
  sv: 'Hade du skrivit något som inte var sparat? Gå tillbaka i webbläsaren, så finns det ofta kvar.',
  en: 'Had you written something that was not saved? Go back in your browser, and it is often still there.',
  fi: 'Olitko kirjoittanut jotain, mitä ei ollut tallennettu? Palaa selaimessa taaksepäin, niin se on usein vielä siellä.',
  ar: 'هل كتبت شيئًا لم يُحفظ؟ ارجع إلى الصفحة السابقة في المتصفح، فغالبًا ما يبقى موجودًا.',
};

export type FailureLanguage = keyof typeof failureTexts;

export const isFailureLanguage = (text: string | undefined): text is FailureLanguage =>
  text !== undefined && Object.hasOwn(failureTexts, text);
