import { BankIdOrder } from '@/components/identity/bank-id-order';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { Heading } from '@/components/ui/heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { shownOrder } from '@/lib/identity/bankid/shown-order';
import { advanceBankIdOrder } from '@/lib/identity/commands/advance-bank-id-order';
import { cancelBankIdOrder } from '@/lib/identity/commands/cancel-bank-id-order';
import type { BankIdOrderView } from '@/lib/identity/domain/order-view';
import { isMobile } from '@/lib/identity/domain/start-link';
import { findSignOrder } from '@/lib/identity/queries/find-sign-order';
import { browserToken } from '@/lib/identity/session';
import { isId } from '@/lib/kernel/ids';
import { spokenIn } from '@/lib/kernel/said';
import type { ResidentActor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import type { Language, Translate } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { isSigningProblem } from './signing-problem';
import type { ToSign } from './start-signature';

/** What the pages where one signs share. */
type FormAction = (form: FormData) => Promise<void>;

/** The order in the address, or the one this browser has under way for this very document. */
export async function orderToFollow(
  actor: ResidentActor,
  { subjectType, subjectId, hash }: Omit<ToSign, 'visibleText'>,
  asked: string | string[] | undefined,
): Promise<BankIdOrderView | null> {
  const token = await browserToken();
  const underWay = await findSignOrder(actor, {
    browserToken: token,
    subjectType,
    subjectId,
    documentHash: hash,
  });
  // A failed order is only shown where the address asks for it: coming back later is a fresh start.
  const orderId = underWay ?? (typeof asked === 'string' && isId(asked) ? asked : null);
  if (!orderId) return null;
  try {
    const order = await advanceBankIdOrder(actor, { orderId, browserToken: token });
    // One that is not under way for this document can't be waited for, whatever the address says.
    return underWay || order.status === 'failed' ? order : null;
  } catch (error) {
    if (isAppError(error, 'NotFound')) return null;
    throw error;
  }
}

/**
 * Uses a signature that has been given.
 * @returns whether it could be; where it couldn't, the order is cancelled, or each load would try it again
 */
export async function isSignatureUsed(
  actor: ResidentActor,
  orderId: string,
  use: (order: { orderId: string; browserToken: string }) => Promise<unknown>,
): Promise<boolean> {
  const order = { orderId, browserToken: await browserToken() };
  try {
    await use(order);
    return true;
  } catch (error) {
    if (!isAppError(error, 'Conflict')) throw error;
    await cancelBankIdOrder(actor, order);
    return false;
  }
}

/** The text that is signed, and either the ways to begin or the order that waits for her. */
export async function SignByBankId({
  document,
  order,
  problem,
  problemTitle,
  page,
  start,
  cancel,
  fields,
  t,
  lang,
}: {
  document: { language: string; visibleText: string };
  order: BankIdOrderView | null;
  /** as the address says it */
  problem: string | string[] | undefined;
  problemTitle: string;
  page: string;
  start: FormAction;
  cancel: FormAction;
  /** what the forms say they are about */
  fields: Readonly<Record<string, string>>;
  t: Translate;
  lang: Language;
}) {
  const isFollowed = order !== null && order.status !== 'cancelled' && order.status !== 'consumed';
  return (
    <>
      {isSigningProblem(problem) && !isFollowed && (
        <Alert kind="warning" title={problemTitle} live="alert">
          {t(`applications:sign.problems.${problem}`)}
        </Alert>
      )}
      <Card as="section" labelledBy="signed-text" tinted>
        <Heading id="signed-text" size="xs">
          {t('applications:sign.text-title')}
        </Heading>
        <p className="ms-as-written" {...spokenIn(document.language, lang)}>
          {document.visibleText}
        </p>
      </Card>
      {isFollowed ? (
        <BankIdOrder
          order={order}
          shown={await shownOrder(order, t)}
          t={t}
          lang={lang}
          completeHref={`${page}?order=${order.orderId}`}
          cancel={cancel}
          retry={start}
          fields={{ ...fields, order: order.orderId }}
        />
      ) : (
        <Ways start={start} fields={fields} t={t} isMobile={isMobile((await requestFacts()).userAgent)} />
      )}
    </>
  );
}

function Ways({
  start,
  fields,
  t,
  isMobile: isPhone,
}: {
  start: FormAction;
  fields: Readonly<Record<string, string>>;
  t: Translate;
  isMobile: boolean;
}) {
  const way = (flow: 'qr' | 'same-device') => (
    <Card as="section" key={flow} labelledBy={`way-${flow}`}>
      <Heading id={`way-${flow}`} size="xs">
        {t(`applications:sign.${flow}.title`)}
      </Heading>
      <p>{t(`applications:sign.${flow}.text`)}</p>
      <form action={start}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="flow" value={flow} />
        <SubmitButton
          pendingText={t('common:working')}
          variant={(flow === 'same-device') === isPhone ? 'primary' : 'secondary'}
        >
          {t(`applications:sign.${flow}.button`)}
        </SubmitButton>
      </form>
    </Card>
  );
  // The likeliest way first: in a telephone, BankID is mostly in that same telephone.
  return (
    <div className="ms-card-grid">
      {isPhone ? [way('same-device'), way('qr')] : [way('qr'), way('same-device')]}
    </div>
  );
}
