import 'server-only';
import { z } from 'zod';
import { askForInfectedFiles } from '@/lib/applications/commands/ask-for-infected-files';
import { expireInvitations } from '@/lib/applications/commands/expire-invitations';
import { forgetOldUploads } from '@/lib/applications/commands/forget-old-uploads';
import { handleInfectedFile } from '@/lib/applications/commands/handle-infected-file';
import { makeReceipt } from '@/lib/applications/commands/make-receipt';
import { remindSigners } from '@/lib/applications/commands/remind-signers';
import { removeOldDrafts } from '@/lib/applications/commands/remove-old-drafts';
import { warnOfOldDrafts } from '@/lib/applications/commands/warn-of-old-drafts';
import { endHolds } from '@/lib/appointments/commands/end-holds';
import { forgetKeptContent } from '@/lib/appointments/commands/forget-kept-content';
import { moveClosed } from '@/lib/appointments/commands/move-closed';
import { offerEarlier } from '@/lib/appointments/commands/offer-earlier';
import { offerOpened } from '@/lib/appointments/commands/offer-opened';
import { reckonPeriods } from '@/lib/appointments/commands/reckon-periods';
import { remindOfMeetings } from '@/lib/appointments/commands/remind-of-meetings';
import { collectChanges } from '@/lib/back-office/commands/collect-changes';
import { compareWithSystem } from '@/lib/back-office/commands/compare-with-system';
import { forgetExpiredTokens } from '@/lib/back-office/commands/forget-expired-tokens';
import { forgetOldChanges } from '@/lib/back-office/commands/forget-old-changes';
import { forgetOldMessages } from '@/lib/back-office/commands/forget-old-messages';
import { forgetOldStories } from '@/lib/back-office/commands/forget-old-stories';
import { lookAtCertificates } from '@/lib/back-office/commands/look-at-certificates';
import { noteChange } from '@/lib/back-office/commands/note-change';
import { planBookingDelivery } from '@/lib/back-office/commands/plan-booking-delivery';
import { planCollections } from '@/lib/back-office/commands/plan-collections';
import { planComparisons } from '@/lib/back-office/commands/plan-comparisons';
import { deliveryIds, planDelivery } from '@/lib/back-office/commands/plan-delivery';
import { planFileDelivery } from '@/lib/back-office/commands/plan-file-delivery';
import { planMessageDelivery } from '@/lib/back-office/commands/plan-message-delivery';
import { planUngivenBookings } from '@/lib/back-office/commands/plan-ungiven-bookings';
import { planWaitingMessages } from '@/lib/back-office/commands/plan-waiting-messages';
import { retellDeliveries } from '@/lib/back-office/commands/retell-deliveries';
import { runWaitingMessages } from '@/lib/back-office/commands/run-waiting-messages';
import { setBackOfficeGoing } from '@/lib/back-office/commands/set-back-office-going';
import { tellBackOffice } from '@/lib/back-office/commands/tell-back-office';
import { tryBackOffice } from '@/lib/back-office/commands/try-back-office';
import { lookAfterOffers } from '@/lib/care-home-queue/commands/look-after-offers';
import { makeAppealReceipt } from '@/lib/cases/commands/make-appeal-receipt';
import { measureWaitingTimes } from '@/lib/cases/commands/measure-waiting-times';
import { remindOfDueDays } from '@/lib/cases/commands/remind-of-due-days';
import { forgetOldReports } from '@/lib/feedback/commands/forget-old-reports';
import { forgetOldContactChanges } from '@/lib/identity/commands/forget-old-contact-changes';
import { forgetOldOrders } from '@/lib/identity/commands/forget-old-orders';
import { noteInfectedFile } from '@/lib/messages/commands/note-infected-file';
import { forwardReport } from '@/lib/notifications/commands/forward-report';
import { makeNotice } from '@/lib/notifications/commands/make-notice';
import { sendContactCode } from '@/lib/notifications/commands/send-contact-code';
import { sendNotice } from '@/lib/notifications/commands/send-notice';
import { tellFormerAddress } from '@/lib/notifications/commands/tell-former-address';
import { listTenants } from '@/lib/tenants/queries/list-tenants';
import type { JobActor } from '../actor';
import { scanFile } from '../scan-file';

/** `signal` tells that the worker is stopping: what waits for another system should give up and be done again. */
export type Handler = (payload: unknown, signal: AbortSignal) => Promise<void>;

const id = z.uuid();
const tenantId = z.string().min(1);

/** Since when somebody can be met who could not (`Opened`). */
const opened = z.object({
  officerId: id.optional(),
  placeId: id.optional(),
  roomId: id.optional(),
  from: z.iso.datetime(),
  to: z.iso.datetime().optional(),
});

/** A task whose payload is checked first. A job is run again until it succeeds, so everything here is safe to run twice. */
function handler<S extends z.ZodType>(
  schema: S,
  fn: (payload: z.infer<S>, signal: AbortSignal) => Promise<void>,
): Handler {
  return (payload, signal) => fn(schema.parse(payload), signal);
}

/** A task of the portal's own housekeeping, run for one municipality after the other. */
function forEachTenant(job: string, fn: (actor: JobActor) => Promise<void>): Handler {
  return async () => {
    for (const tenant of await listTenants()) await fn({ kind: 'job', tenantId: tenant.id, job });
  };
}

/** The actor of a job that an event or a command left behind. */
const jobActor = (job: string, payload: { tenantId: string }): JobActor => ({
  kind: 'job',
  tenantId: payload.tenantId,
  job,
});

/** Who does what: task → handler. subscriptions.ts says which events lead to which tasks. */
export const handlers: Record<string, Handler> = {
  'make-receipt': handler(z.object({ tenantId, applicationId: id }), async (payload) => {
    await makeReceipt(jobActor('make-receipt', payload), payload.applicationId);
  }),
  'plan-delivery': handler(
    z.object({
      tenantId,
      caseId: id,
      eventType: z.string(),
      ...(Object.fromEntries(deliveryIds.map((name) => [name, id.optional()])) as Record<
        (typeof deliveryIds)[number],
        z.ZodOptional<z.ZodUUID>
      >),
    }),
    (payload) => planDelivery(jobActor('plan-delivery', payload), payload),
  ),
  'make-appeal-receipt': handler(z.object({ tenantId, appealId: id }), async (payload) => {
    await makeAppealReceipt(jobActor('make-appeal-receipt', payload), payload.appealId);
  }),
  'tell-back-office': handler(z.object({ tenantId, deliveryId: id }), (payload, signal) =>
    tellBackOffice(jobActor('tell-back-office', payload), payload.deliveryId, { signal }),
  ),
  'collect-changes': handler(z.object({ tenantId, systemId: id }), (payload, signal) =>
    collectChanges(jobActor('collect-changes', payload), payload.systemId, { signal }),
  ),
  'compare-with-system': handler(
    z.object({ tenantId, systemId: id, staffId: id.optional(), fill: z.literal('fill').optional() }),
    (payload, signal) => compareWithSystem(jobActor('compare-with-system', payload), payload, { signal }),
  ),
  'try-back-office': handler(z.object({ tenantId, systemId: id }), (payload) =>
    tryBackOffice(jobActor('try-back-office', payload), payload.systemId),
  ),
  'set-back-office-going': handler(z.object({ tenantId, systemId: id }), (payload) =>
    setBackOfficeGoing(jobActor('set-back-office-going', payload), payload.systemId),
  ),
  'offer-earlier': handler(z.object({ tenantId, meetingId: id }), (payload) =>
    offerEarlier(jobActor('offer-earlier', payload), payload.meetingId),
  ),
  'offer-opened': handler(z.tuple([opened.extend({ tenantId, typeId: id })], opened), (payload, signal) =>
    offerOpened(
      jobActor('offer-opened', payload[0]),
      { typeId: payload[0].typeId, opened: payload },
      { signal },
    ),
  ),
  'make-notice': handler(
    z.object({ tenantId, eventId: id, eventType: z.string(), personId: id }),
    (payload) => makeNotice(jobActor('make-notice', payload), payload),
  ),
  'send-notice': handler(z.object({ tenantId, deliveryId: id }), (payload) =>
    sendNotice(jobActor('send-notice', payload), payload.deliveryId),
  ),
  'send-contact-code': handler(z.object({ tenantId, changeId: id }), (payload) =>
    sendContactCode(jobActor('send-contact-code', payload), payload.changeId),
  ),
  'tell-former-address': handler(z.object({ tenantId, changeId: id }), (payload) =>
    tellFormerAddress(jobActor('tell-former-address', payload), payload.changeId),
  ),
  'forward-report': handler(z.object({ tenantId, reportId: id }), (payload) =>
    forwardReport(jobActor('forward-report', payload), payload.reportId),
  ),
  'scan-file': handler(z.object({ tenantId, fileId: id }), (payload, signal) =>
    scanFile(jobActor('scan-file', payload), payload.fileId, { signal }),
  ),
  'handle-infected-file': handler(z.object({ tenantId, fileId: id, personId: id }), (payload) =>
    handleInfectedFile(jobActor('handle-infected-file', payload), payload),
  ),
  'ask-for-infected-files': handler(z.object({ tenantId, applicationId: id }), (payload) =>
    askForInfectedFiles(jobActor('ask-for-infected-files', payload), payload.applicationId),
  ),
  'plan-file-delivery': handler(z.object({ tenantId, fileId: id }), (payload) =>
    planFileDelivery(jobActor('plan-file-delivery', payload), payload.fileId),
  ),
  'plan-booking-delivery': handler(z.object({ tenantId, bookingEventId: id }), async (payload) => {
    await planBookingDelivery(jobActor('plan-booking-delivery', payload), payload.bookingEventId);
  }),
  'plan-ungiven-bookings': handler(z.object({ tenantId, typeId: id }), (payload) =>
    planUngivenBookings(jobActor('plan-ungiven-bookings', payload), payload.typeId),
  ),
  'plan-message-delivery': handler(z.object({ tenantId, messageId: id }), (payload) =>
    planMessageDelivery(jobActor('plan-message-delivery', payload), payload.messageId),
  ),
  'note-infected-message-file': handler(z.object({ tenantId, fileId: id }), (payload) =>
    noteInfectedFile(jobActor('note-infected-message-file', payload), payload.fileId),
  ),
  'end-holds': forEachTenant('end-holds', async (actor) => {
    await endHolds(actor);
  }),
  'retell-deliveries': forEachTenant('retell-deliveries', async (actor) => {
    await retellDeliveries(actor);
    await planWaitingMessages(actor);
  }),
  'note-change': handler(
    z.object({
      tenantId,
      eventId: id,
      eventType: z.string(),
      caseId: id.optional(),
      decisionId: id.optional(),
      roundId: id.optional(),
      threadId: id.optional(),
    }),
    ({ tenantId, ...happened }) => noteChange(jobActor('note-change', { tenantId }), happened),
  ),
  'run-messages-anew': handler(z.object({ tenantId }), (payload) =>
    runWaitingMessages(jobActor('run-messages-anew', payload)),
  ),
  'run-waiting-messages': forEachTenant('run-waiting-messages', runWaitingMessages),
  'plan-collections': forEachTenant('plan-collections', planCollections),
  'look-at-certificates': forEachTenant('look-at-certificates', lookAtCertificates),
  'plan-comparisons': forEachTenant('plan-comparisons', planComparisons),
  'move-closed': handler(z.object({ tenantId, exceptionId: id }), async (payload, signal) => {
    const actor = jobActor('move-closed', payload);
    while (!signal.aborted && (await moveClosed(actor, payload.exceptionId)));
    signal.throwIfAborted();
  }),
  'reckon-periods': forEachTenant('reckon-periods', async (actor) => {
    while ((await reckonPeriods(actor)) > 0);
  }),
  'look-after-invitations': forEachTenant('look-after-invitations', async (actor) => {
    await expireInvitations(actor);
    await remindSigners(actor);
  }),
  'look-after-offers': forEachTenant('look-after-offers', lookAfterOffers),
  'remind-of-due-days': forEachTenant('remind-of-due-days', remindOfDueDays),
  'remind-of-meetings': forEachTenant('remind-of-meetings', remindOfMeetings),
  'measure-waiting-times': forEachTenant('measure-waiting-times', measureWaitingTimes),
  'forget-old-rows': forEachTenant('forget-old-rows', async (actor) => {
    await forgetOldOrders(actor);
    await forgetOldContactChanges(actor);
    await forgetExpiredTokens(actor);
    await forgetOldStories(actor);
    await forgetOldMessages(actor);
    await forgetOldChanges(actor);
    await forgetOldReports(actor);
    await forgetKeptContent(actor);
    await removeOldDrafts(actor);
    await warnOfOldDrafts(actor);
    await forgetOldUploads(actor);
  }),
};

/** What is done at certain times. Should no worker have run then, it is done when one starts. */
export const schedule = [
  {
    task: 'retell-deliveries',
    match: '*/5 * * * *',
    options: { jobKey: 'retell-deliveries', maxAttempts: 1 },
  },
  { task: 'end-holds', match: '* * * * *', options: { jobKey: 'end-holds', maxAttempts: 1 } },
  {
    task: 'run-waiting-messages',
    match: '* * * * *',
    options: { jobKey: 'run-waiting-messages', maxAttempts: 1 },
  },
  {
    task: 'plan-collections',
    match: '* * * * *',
    options: { jobKey: 'plan-collections', maxAttempts: 1 },
  },
  {
    task: 'look-at-certificates',
    match: '*/5 * * * *',
    options: { jobKey: 'look-at-certificates', maxAttempts: 1 },
  },
  {
    task: 'remind-of-meetings',
    match: '* * * * *',
    options: { jobKey: 'remind-of-meetings', maxAttempts: 1 },
  },
  // At night, when the systems have least to do, and after their own nightly runs.
  {
    task: 'plan-comparisons',
    match: '41 3 * * *',
    options: { jobKey: 'plan-comparisons', maxAttempts: 3 },
  },
  {
    task: 'look-after-invitations',
    match: '7 * * * *',
    options: { jobKey: 'look-after-invitations', maxAttempts: 3 },
  },
  {
    task: 'look-after-offers',
    match: '*/5 * * * *',
    options: { jobKey: 'look-after-offers', maxAttempts: 1 },
  },
  // In the morning in Sweden, summer and winter, and twice more for what went wrong: nobody is reminded at night.
  {
    task: 'remind-of-due-days',
    match: '37 7,10,13 * * *',
    options: { jobKey: 'remind-of-due-days', maxAttempts: 3 },
  },
  {
    task: 'reckon-periods',
    match: '11 2 * * *',
    options: { jobKey: 'reckon-periods', maxAttempts: 3 },
  },
  {
    task: 'measure-waiting-times',
    match: '23 1 * * *',
    options: { jobKey: 'measure-waiting-times', maxAttempts: 3 },
  },
  { task: 'forget-old-rows', match: '17 * * * *', options: { jobKey: 'forget-old-rows', maxAttempts: 3 } },
];
