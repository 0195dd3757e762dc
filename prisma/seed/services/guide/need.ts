import { t } from '../texts';
import { type GuidePageDocument, option } from './page';

const needTitle = t(
  'Vad behöver du eller din närstående hjälp med?',
  'What do you, or somebody close to you, need help with?',
  'بماذا تحتاج أنت أو أحد أقاربك إلى المساعدة؟',
  'Missä sinä tai läheisesi tarvitsee apua?',
);
/** What is urgent stands first, before anything is asked: nobody shall answer questions while the house burns. */
export const need: GuidePageDocument = {
  slug: 'need',
  title: needTitle,
  groups: [
    {
      id: 'need-group',
      fields: [
        {
          kind: 'choices',
          id: 'need',
          label: needTitle,
          hint: t(
            'Välj allt som stämmer. Är det fara för liv: ring 112.',
            'Choose all that fits. If a life is in danger: ring 112.',
            'اختر كل ما ينطبق. إذا كان هناك خطر على الحياة: اتصل بالرقم 112.',
            'Valitse kaikki sopivat. Jos henki on vaarassa: soita 112.',
          ),
          required: true,
          missing: t(
            'Välj minst en sak som du behöver hjälp med',
            'Choose at least one thing that you need help with',
            'اختر شيئًا واحدًا على الأقل تحتاج إلى المساعدة فيه',
            'Valitse ainakin yksi asia, jossa tarvitset apua',
          ),
          options: [
            option(
              'everyday',
              t(
                'Att klara vardagen hemma',
                'Managing everyday life at home',
                'تدبير الحياة اليومية في المنزل',
                'Arjesta selviytyminen kotona',
              ),
              t(
                'Till exempel mat, städning, tvätt eller dusch',
                'For example food, cleaning, laundry or showering',
                'مثل الطعام أو التنظيف أو الغسيل أو الاستحمام',
                'Esimerkiksi ruoka, siivous, pyykki tai suihku',
              ),
            ),
            option(
              'safe',
              t(
                'Att känna sig trygg hemma',
                'Feeling safe at home',
                'الشعور بالأمان في المنزل',
                'Turvallinen olo kotona',
              ),
              t(
                'Till exempel att kunna larma om man ramlar',
                'For example being able to call for help after a fall',
                'مثل القدرة على طلب النجدة عند السقوط',
                'Esimerkiksi mahdollisuus hälyttää apua, jos kaatuu',
              ),
            ),
            option(
              'move',
              t(
                'Att flytta till ett boende med personal',
                'Moving to a home with staff',
                'الانتقال إلى سكن فيه موظفون',
                'Muutto asuntoon, jossa on henkilökuntaa',
              ),
              t(
                'När hjälpen hemma inte räcker längre',
                'When the help at home is no longer enough',
                'عندما لا تعود المساعدة في المنزل كافية',
                'Kun kotiin annettava apu ei enää riitä',
              ),
            ),
            option(
              'money',
              t('Att få pengarna att räcka', 'Making the money last', 'كفاية المال', 'Rahojen riittäminen'),
            ),
            option(
              'travel',
              t(
                'Att ta sig fram och resa',
                'Getting about and travelling',
                'التنقل والسفر',
                'Liikkuminen ja matkustaminen',
              ),
            ),
            option(
              'school',
              t(
                'Att ett barn ska komma till skolan',
                'Getting a child to school',
                'وصول طفل إلى المدرسة',
                'Lapsen pääsy kouluun',
              ),
            ),
            option(
              'build',
              t(
                'Att bygga, ändra eller riva',
                'Building, changing or demolishing',
                'البناء أو التغيير أو الهدم',
                'Rakentaminen, muuttaminen tai purkaminen',
              ),
            ),
            {
              ...option('other', t('Något annat', 'Something else', 'شيء آخر', 'Jokin muu')),
              exclusive: true,
            },
          ],
        },
      ],
    },
  ],
};
