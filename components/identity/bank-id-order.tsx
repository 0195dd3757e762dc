import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { Prose } from '@/components/ui/prose';
import { SubmitButton } from '@/components/ui/submit-button';
import type { BankIdOrderView, ShownOrder } from '@/lib/identity/domain/order-view';
import type { Language, Translate } from '@/lib/platform/i18n';
import { BankIdProgress } from './bank-id-progress';

type FormAction = (form: FormData) => void | Promise<void>;

/**
 * Waits for BankID, for a log-in or a signature alike: the QR code or the link to the app, how it goes, cancel, try
 * again. Without JavaScript the page reloads itself, which keeps the code fresh; with it, only what changes is asked for.
 * `cancel` and `retry` get `fields` and, for retry, `flow`.
 */
export function BankIdOrder({
  order,
  shown,
  t,
  lang,
  completeHref,
  cancel,
  retry,
  fields,
}: {
  order: BankIdOrderView;
  shown: ShownOrder;
  t: Translate;
  lang: Language;
  /** where to go when BankID has answered yes */
  completeHref: string;
  cancel: FormAction;
  retry: FormAction;
  fields: Readonly<Record<string, string>>;
}) {
  const hidden = Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  const working = t('common:working');
  const otherFlow = order.flow === 'qr' ? 'same-device' : 'qr';
  const startWith = (flow: 'qr' | 'same-device', text: string, variant?: 'secondary') => (
    <form action={retry}>
      {hidden}
      <input type="hidden" name="flow" value={flow} />
      <SubmitButton pendingText={working} variant={variant}>
        {text}
      </SubmitButton>
    </form>
  );
  const cancelForm = (
    <form action={cancel}>
      {hidden}
      <Button variant="tertiary">{t('common:cancel')}</Button>
    </form>
  );

  if (shown.phase === 'over') {
    return (
      <div className="ms-stack">
        <Alert kind="warning" title={t(`identity:order.over-${order.kind}`)} live="alert">
          {shown.message}
        </Alert>
        <ButtonGroup>
          {startWith(order.flow, t('identity:order.try-again'))}
          {startWith(otherFlow, t(`identity:order.use-${otherFlow}`), 'secondary')}
          {cancelForm}
        </ButtonGroup>
      </div>
    );
  }
  const steps = ['1', '2', '3'] as const;
  return (
    <div className="ms-stack">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      {order.flow === 'qr' && (
        <Prose>
          <ol className="ms-number-list">
            {steps.map((step) => (
              <li key={step}>{t(`identity:order.qr-${step}`)}</li>
            ))}
          </ol>
        </Prose>
      )}
      <BankIdProgress
        initial={shown}
        pollHref={`/api/bankid/${order.orderId}?lang=${lang}`}
        completeHref={completeHref}
        texts={{
          qr: t('identity:order.qr-alt'),
          open: t('identity:order.open-app'),
          noContact: t('identity:order.no-contact'),
        }}
      />
      <ButtonGroup>
        {startWith(otherFlow, t(`identity:order.use-${otherFlow}`), 'secondary')}
        {cancelForm}
      </ButtonGroup>
    </div>
  );
}
