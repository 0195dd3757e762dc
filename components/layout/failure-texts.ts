/**
 * The words of a page that failed. An error page is drawn in the browser, where no server can fetch texts any more, so
 * these few stand in the script. All other texts are in public/locales.
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
  ar: {
    title: 'حدث خطأ لدينا',
    text: 'ما حفظته لا يزال موجودًا. حاول مرة أخرى بعد قليل.',
    reference: 'إذا تكرّر ذلك، اتصل بنا واذكر الرمز',
    retry: 'حاول مرة أخرى',
    home: 'إلى الصفحة الرئيسية',
  },
} as const;
