import { ActionForm } from '@/components/forms/action-form';
import { Section } from '@/components/layout/section';
import { PushDevice } from '@/components/notices/push-device';
import { Card } from '@/components/ui/card';
import { InstantText } from '@/components/ui/date-text';
import { Heading } from '@/components/ui/heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { SummaryList } from '@/components/ui/summary-list';
import type { PushDevices as Devices } from '@/lib/notifications/queries/list-push-devices';
import type { FormState } from '@/lib/platform/action';
import type { Language, Translate } from '@/lib/platform/i18n';

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** The browsers that show her notices; each can be taken away, and the one she sits at let in. */
export function PushDevices({
  push,
  add,
  remove,
  lang,
  t,
}: {
  push: Devices;
  add: Action;
  remove: Action;
  lang: Language;
  t: Translate;
}) {
  const working = t('common:working');
  return (
    <Section id="devices" title={t('settings:notices.push.title')}>
      <p>{t('settings:notices.push.text')}</p>
      <noscript>
        <p>{t('settings:notices.push.no-script')}</p>
      </noscript>
      {push.devices.length > 0 && (
        <ul className="ms-plain-list ms-stack">
          {push.devices.map(({ id, device, createdAt }) => {
            const name = device === '?' ? t('settings:sessions.device-unknown') : device;
            return (
              <Card as="li" key={id}>
                <Heading level={3} size="xs">
                  <bdi>{name}</bdi>
                </Heading>
                <SummaryList
                  rows={[
                    {
                      term: t('settings:notices.push.since'),
                      value: <InstantText at={createdAt} lang={lang} />,
                    },
                  ]}
                />
                <ActionForm action={remove}>
                  <input type="hidden" name="device" value={id} />
                  <SubmitButton pendingText={working} variant="secondary">
                    {t('settings:notices.push.remove')}
                    <span className="ds-sr-only">
                      {' '}
                      {t('settings:notices.push.remove-hidden', { device: name })}
                    </span>
                  </SubmitButton>
                </ActionForm>
              </Card>
            );
          })}
        </ul>
      )}
      <PushDevice
        action={add}
        publicKey={push.publicKey}
        texts={{
          lacking: t('settings:notices.push.lacking'),
          denied: t('settings:notices.push.denied'),
          failed: t('settings:notices.push.failed'),
          add: t('settings:notices.push.add'),
          working,
        }}
      />
    </Section>
  );
}
