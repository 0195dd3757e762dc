/** Said without the portal's texts (public/locales), which no request has reached yet. */
export type Refusal = 400 | 403 | 405 | 411 | 413;

type Words = Record<Refusal, { title: string; text: string }>;

const sv: Words = {
  400: { title: 'Adressen går inte att läsa', text: 'Kontrollera adressen, eller gå till startsidan.' },
  403: {
    title: 'Det gick inte att skicka',
    text: 'Det du skickade kom från en annan webbplats. Gå till Mina sidor och gör om det där.',
  },
  405: { title: 'Det går inte att fråga så', text: 'Gå till startsidan och försök därifrån.' },
  411: { title: 'Det gick inte att ta emot', text: 'Webbläsaren sa inte hur mycket den skickade.' },
  413: {
    title: 'Det du skickade är för stort',
    text: 'En fil får vara högst 10 MB, och du kan skicka högst fem filer åt gången. Gå tillbaka i webbläsaren och ta bort något.',
  },
};

const en: Words = {
  400: { title: 'The address cannot be read', text: 'Check the address, or go to the start page.' },
  403: {
    title: 'It could not be sent',
    text: 'What you sent came from another website. Go to My pages and do it again there.',
  },
  405: { title: 'This cannot be asked in that way', text: 'Go to the start page and try from there.' },
  411: { title: 'It could not be received', text: 'The browser did not say how much it was sending.' },
  413: {
    title: 'What you sent is too large',
    text: 'A file may be at most 10 MB, and you can send at most five files at a time. Go back in your browser and take something away.',
  },
};

const fi: Words = {
  400: { title: 'Osoitetta ei voi lukea', text: 'Tarkista osoite tai siirry etusivulle.' },
  403: {
    title: 'Lähettäminen ei onnistunut',
    text: 'Se, mitä lähetit, tuli toiselta verkkosivustolta. Siirry Omille sivuille ja tee se uudelleen siellä.',
  },
  405: { title: 'Näin ei voi kysyä', text: 'Siirry etusivulle ja yritä sieltä.' },
  411: { title: 'Vastaanotto ei onnistunut', text: 'Selain ei kertonut, miten paljon se lähetti.' },
  413: {
    title: 'Se, mitä lähetit, on liian suuri',
    text: 'Yksi tiedosto saa olla enintään 10 Mt, ja voit lähettää enintään viisi tiedostoa kerralla. Palaa selaimessa taaksepäin ja poista jotain.',
  },
};

const ar: Words = {
  400: { title: 'تعذّرت قراءة العنوان', text: 'تحقق من العنوان أو انتقل إلى الصفحة الرئيسية.' },
  403: {
    title: 'تعذّر الإرسال',
    text: 'ما أرسلته جاء من موقع آخر. انتقل إلى صفحاتي وأعد المحاولة من هناك.',
  },
  405: { title: 'لا يمكن الطلب بهذه الطريقة', text: 'انتقل إلى الصفحة الرئيسية وحاول من هناك.' },
  411: { title: 'تعذّر الاستلام', text: 'لم يذكر المتصفح حجم ما يرسله.' },
  413: {
    title: 'ما أرسلته كبير جدًا',
    text: 'يجب ألا يتجاوز حجم الملف الواحد 10 ميغابايت، ويمكنك إرسال خمسة ملفات كحد أقصى في المرة الواحدة. ارجع إلى الصفحة السابقة في المتصفح واحذف شيئًا.',
  },
};

export const refusalTexts = { sv, en, fi, ar };
