-- What the schema language can't say: row-level security, what each role may do, rules that only an index can keep.
-- The roles minasidor_app, minasidor_worker and minasidor_readonly exist before this runs (prisma/roles.sql).

-- 1. Row-level security: the second net under the tenant filter of every query. -----------------------------------
-- A connection that has not said which tenant it works for sees nothing and can write nothing.
do $$
declare
  t text;
begin
  foreach t in array array[
    'accessibility_report', 'appeal', 'appeal_file', 'appeal_step', 'application', 'application_answer', 'application_file', 'application_signer',
    'application_snapshot', 'audit_entry', 'auth_session', 'back_office_assertion', 'back_office_breaker', 'back_office_key', 'back_office_system', 'back_office_token',
    'bank_id_order', 'care_home', 'care_home_offer', 'care_home_vacancy', 'care_note', 'care_note_earlier', 'care_plan', 'care_visit', 'case_event', 'case_seen', 'case_status', 'case_status_code', 'cases', 'comment', 'comment_file', 'comment_round', 'comparison', 'contact_change', 'dated_rule', 'decision', 'definition_import',
    'delay_notice', 'delay_request', 'delivery', 'delivery_attempt', 'delivery_step', 'due_reminder',
    'domain_event',
    'external_identity', 'inbox_message', 'message', 'message_file', 'message_thread', 'more_time_request', 'notice', 'notice_delivery', 'notice_preference', 'office_change', 'person', 'push_device', 'service', 'service_version', 'signature',
    'staff_member', 'staff_session', 'stored_file', 'stored_file_content', 'supplement', 'supplement_file', 'supplement_part', 'upload', 'upload_piece',
    'waiting_time', 'withdrawal'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_tenant on %I using (tenant_id = current_setting(''app.tenant_id'', true))
         with check (tenant_id = current_setting(''app.tenant_id'', true))', t);
  end loop;
end
$$;

-- Who has signed what was sent in is never taken away; of what came back as a draft it may be, with the draft.
create policy kept_when_submitted on application_signer as restrictive for delete using (
  not exists (select from application a where a.tenant_id = application_signer.tenant_id
                and a.id = application_signer.application_id and a.status in ('submitted', 'withdrawn')));

-- What is not signed may be written anew; what has been sent stays.
create policy kept_when_sent on withdrawal as restrictive for delete using (sent_at is null);
-- The story of a delivery stays as long as it is not received, and three months after.
create policy kept_while_waiting on delivery_attempt as restrictive for delete using (exists (
  select from delivery d where d.tenant_id = delivery_attempt.tenant_id and d.id = delivery_attempt.delivery_id
     and d.received_at < now() - interval '90 days'));
create policy kept_while_waiting on delivery_step as restrictive for delete using (exists (
  select from delivery d where d.tenant_id = delivery_step.tenant_id and d.id = delivery_step.delivery_id
     and d.received_at < now() - interval '90 days'));
-- What has happened for a system stays at least as long as the shortest rule of how long, and the last always: the next
-- gets its place after it.
create policy kept_for_a_month on office_change as restrictive for delete using (
  position is not null and at < now() - interval '30 days');
-- How a note stood before it was corrected goes only with the note itself.
create policy kept_until_taken_back on care_note_earlier as restrictive for delete using (exists (
  select from care_note n where n.tenant_id = care_note_earlier.tenant_id and n.id = care_note_earlier.note_id and n.sealed is null));
-- A message that has been sent is never taken away, nor the thread that it stands in.
create policy kept_when_sent on message as restrictive for delete using (state = 'draft');
create policy kept_when_opened on message_thread as restrictive for delete using (opened_at is null);

-- 2. What the application's role may do: no DDL, and nothing written once can be changed. -------------------------
grant usage on schema public to minasidor_app, minasidor_readonly;

grant select on all tables in schema public to minasidor_readonly;
revoke select on back_office_token from minasidor_readonly;

grant select on all tables in schema public to minasidor_app;
grant insert on all tables in schema public to minasidor_app;
revoke insert on tenant, dated_rule, case_status, back_office_key from minasidor_app;
revoke all on _prisma_migrations from minasidor_app, minasidor_readonly;

-- Changed in place. Not here, and so write-once: audit_entry, care_note_earlier, domain_event, case_event, appeal_step, due_reminder, signature, service_version.
grant update on
  application, application_answer, application_file, auth_session, back_office_breaker, bank_id_order, care_home, delivery,
  notice_preference, person, service, worker_heartbeat
  to minasidor_app;
-- Of these, only what becomes of them: when the law counts from, what was decided and asked, who may use the API, stand.
grant update (phase, phase_since, system_id, external_id, office_status_id, office_status_at, officer_sealed, version, news, office_version, office_hash, expected_on, expected_at,
              received_by_office_at, last_event_at)
  on cases to minasidor_app;
grant update (news, seen_at) on case_seen to minasidor_app;
grant update (status_id, mapped_at) on case_status_code to minasidor_app;
grant update (due_on, status, answer_sealed, answered_at, version) on supplement to minasidor_app;
grant update (due_on, status, draft_sealed, opened_at, version) on comment_round to minasidor_app;
grant update (received_at) on comment to minasidor_app;
grant update (comment_id) on comment_file to minasidor_app;
grant update (part_id) on supplement_file to minasidor_app;
grant update (received_at) on supplement_part to minasidor_app;
grant update (opened_at, appeal_last_on) on decision to minasidor_app;
grant update (received_at) on delay_request to minasidor_app;
grant update (received_at, outcome, due_on, answer_sealed, answered_at) on more_time_request to minasidor_app;
grant update (sealed, version, number, sent_at, received_at, receipt_file_id) on appeal to minasidor_app;
grant update (sent_at, signature_id, received_at) on withdrawal to minasidor_app;
grant update (system_id, subject_sealed, opened_at, last_message_at) on message_thread to minasidor_app;
grant update (thread_id, state, sealed, version, sent_at, received_at, read_at, reader_sealed) on message to minasidor_app;
grant update (kind, persons, available_from, state, told_at) on care_home_vacancy to minasidor_app;
grant update (answer_by, state, ended_at, answer_sealed, accepted_at, taken_back_sealed, reminded_at, received_at) on care_home_offer to minasidor_app;
-- Whose it is, and which of its system's things, stand.
grant update (version, hash, law, sealed, approved_on, from_on, to_on, told_at) on care_plan to minasidor_app;
grant update (version, hash, law, state, starts_at, ends_at, sealed, told_at) on care_visit to minasidor_app;
grant update (version, hash, law, kind, at, sealed, told_at) on care_note to minasidor_app;
grant update (last_seen_at, changes_cursor, certificate_ends_at, certificate_read_at, certificate_asked_at)
  on back_office_system to minasidor_app;
grant update (ended_at, cases, missing_there, receipt_missing, behind_here, unknown_here, mended, problem) on comparison to minasidor_app;
grant update (last_used_at) on back_office_key to minasidor_app;
grant update (former_sealed, code_sealed, attempts, confirmed_at, refused_at, ended_at) on contact_change to minasidor_app;
-- Who told it, and which message it is, stand; what it says may be put right by a person.
grant update (operation, params, thing, version, body_sealed, request_hash, case_id, officer, state, reason, fields, answer, attempts, tried_at, ended_at)
  on inbox_message to minasidor_app;
grant update (position) on office_change to minasidor_app;
grant update (state, reason) on notice to minasidor_app;
grant update (state, due_at, attempts, problem, ended_at) on notice_delivery to minasidor_app;
grant update (forwarded_at) on accessibility_report to minasidor_app;
grant update (receipt_file_id) on application_snapshot to minasidor_app;
-- Who is asked to sign what, and in which order, stands as it was written; only what becomes of it changes.
grant update (name_sealed, person_id, status, invited_at, answer_by, reminders, answered_at, reason_sealed, signature_id)
  on application_signer to minasidor_app;
grant update (name_sealed) on staff_member to minasidor_app;
grant update (last_seen_at, idle_expires_at, ended_at, end_reason) on staff_session to minasidor_app;
grant update (scan_state, scanned_at, scan_finding, scan_attempts) on stored_file to minasidor_app;
grant update (received, touched_at) on upload to minasidor_app;

-- Measured anew each night: what was measured before, of services that have too few cases now, goes.
grant update, delete on waiting_time to minasidor_app;

-- Taken away by rules of retention, or by the person while it is still hers alone (a draft).
grant delete on
  accessibility_report, appeal_file, application_answer, application_file, application_signer, back_office_assertion, back_office_token, bank_id_order, care_note_earlier, comment_file, comparison, contact_change,
  definition_import, delivery_attempt, delivery_step, inbox_message, message, message_file, message_thread, office_change, push_device, stored_file, stored_file_content, supplement_file, upload, upload_piece, withdrawal, worker_heartbeat
  to minasidor_app;

-- 3. Jobs: added in the transaction that causes them, through one door. --------------------------------------------
-- graphile-worker's own tables belong to the worker's role; the application may only add.
create schema if not exists job_queue;

-- All in one, which costs little more than one. What `add_jobs` doesn't say is in which order it adds them, and it takes a key
-- once: no two of them may have the same queue or the same key.
create function job_queue.add(jobs json) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_jobs(array(
    select (task, payload, queue, "runAt", "maxAttempts", key, null, null)::graphile_worker.job_spec
      from json_to_recordset(jobs)
        as j(task text, payload json, queue text, key text, "runAt" timestamptz, "maxAttempts" int)));
end
$$;

grant create on schema job_queue to minasidor_worker;
alter function job_queue.add(json) owner to minasidor_worker;
revoke create on schema job_queue from minasidor_worker;
revoke all on function job_queue.add(json) from public;
grant usage on schema job_queue to minasidor_app;
grant execute on function job_queue.add(json) to minasidor_app;

-- For whoever keeps watch: how many jobs of each task there are, and nothing of what they are about.
create function job_queue.counts() returns table (task text, due bigint, later bigint, failed bigint, oldest_due timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select j.task_identifier::text,
           count(*) filter (where j.attempts < j.max_attempts and j.run_at <= now()),
           count(*) filter (where j.attempts < j.max_attempts and j.run_at > now()),
           count(*) filter (where j.attempts >= j.max_attempts and j.locked_at is null),
           min(j.run_at) filter (where j.attempts < j.max_attempts and j.run_at <= now() and j.locked_at is null)
      from graphile_worker.jobs j group by 1;
end
$$;
grant create on schema job_queue to minasidor_worker;
alter function job_queue.counts() owner to minasidor_worker;
revoke create on schema job_queue from minasidor_worker;
revoke all on function job_queue.counts() from public;
grant execute on function job_queue.counts() to minasidor_app;

-- 4. Rules that two at once can't break. ---------------------------------------------------------------------------
-- One draft per person and service: a double click on "start" goes on with the first. One that others were asked to
-- sign and that came back stands beside it: she may have begun the next one, for another child, meanwhile.
create unique index application_one_draft on application (tenant_id, person_id, service_id)
  where status = 'draft' and returned_at is null;
-- A submitted application has its number and time; one that isn't has neither.
alter table application add constraint application_submitted_has_number
  check ((status in ('draft', 'awaiting_signatures', 'discarded')) = (number is null and submitted_at is null));
-- What waits for signatures has the document that they are asked to sign.
alter table application add constraint application_awaiting_has_document
  check (status <> 'awaiting_signatures' or (document_sealed is not null and document_hash is not null));
-- Only a draft has come back, and it says why.
alter table application add constraint application_returned_has_reason
  check ((returned_at is null) = (returned_reason is null) and (returned_at is null or status in ('draft', 'discarded')));
-- A signature is somebody's, at a time; nobody is asked without a last day, and nobody declines at no time.
alter table application_signer add constraint signer_signed_has_signature
  check ((status = 'signed') = (signature_id is not null)
         and (status not in ('signed', 'declined') or (person_id is not null and answered_at is not null)));
alter table application_signer add constraint signer_invited_has_last_day
  check (status <> 'invited' or (invited_at is not null and answer_by is not null));
-- An answered supplement has its time, and no draft beside what was sent.
alter table supplement add constraint supplement_answered_has_time
  check ((status in ('answered', 'received')) = (answered_at is not null)
         and (answered_at is null or answer_sealed is null));
-- A thread is about one thing. A case has its own system; a thread of a service's is given one.
alter table message_thread add constraint thread_is_about_one_thing
  check (num_nonnulls(case_id, service_id) = 1 and (system_id is null or case_id is null));
alter table message_thread add constraint thread_opened_has_message check ((opened_at is null) = (last_message_at is null));
-- What an office has written was received from it, under its id. What she writes has been sent, or is a draft.
alter table message add constraint message_by_author check (
  case author when 'office' then state = 'received' and external_id is not null and reader_sealed is null
              when 'resident' then external_id is null and (state = 'received') = (received_at is not null) end);
-- Of a plan only what was approved is kept; a visit ends after it has begun.
alter table care_plan add constraint care_plan_shown_is_approved
  check ((sealed is null) = (approved_on is null) and (sealed is null) = (from_on is null) and (to_on is null or to_on >= from_on));
alter table care_visit add constraint care_visit_ends check (ends_at > starts_at);
-- What is spared has a time when it is tried, and what is not has none.
alter table back_office_breaker add constraint breaker_facts check (
  state in ('closed', 'open', 'half-open') and (state = 'closed') = (opened_at is null) and (state = 'closed') = (try_at is null)
  and (state = 'half-open') = (trying_since is not null));
-- What was given up says why; who sent it again is somebody.
alter table delivery_step add constraint delivery_step_facts check (
  kind in ('parked', 'sent-again', 'missing-there') and (kind = 'parked') = (reason is not null) and (kind = 'sent-again') = (staff_id is not null));
alter table message add constraint message_sent check ((state = 'draft') = (sent_at is null) and (state <> 'draft' or read_at is null));
-- One draft in a thread, one of a thread that is not opened, and one thread of a case without a subject, whoever comes at once.
create unique index message_one_draft on message (tenant_id, thread_id) where state = 'draft';
create unique index thread_one_draft on message_thread (tenant_id, person_id, coalesce(case_id, service_id)) where opened_at is null;
create unique index thread_of_case on message_thread (tenant_id, case_id) where subject_sealed is null and opened_at is not null;
-- The office's material was never sent by her; and a round is over, or still hers to write in.
alter table comment_file add constraint comment_file_is_one_of_two check (not is_material or comment_id is null);
alter table comment_round add constraint comment_round_due check (due_on >= first_due_on);
alter table supplement add constraint supplement_due check (due_on >= first_due_on);
-- More time is asked for one thing. Granted it has a day, refused it says why; and one at a time waits.
alter table more_time_request add constraint more_time_is_about_one_thing check (num_nonnulls(supplement_id, round_id) = 1);
alter table more_time_request add constraint more_time_answered check (
  (outcome is null) = (answered_at is null) and (outcome is not distinct from 'granted') = (due_on is not null)
  and (outcome is not distinct from 'refused') = (answer_sealed is not null));
-- Nobody is reminded twice of the same day, however many workers there are.
alter table due_reminder add constraint due_reminder_is_about_one_thing check (num_nonnulls(supplement_id, round_id, decision_id) = 1);
create unique index due_reminder_once on due_reminder (tenant_id, coalesce(supplement_id, round_id, decision_id), due_on, stage);
create unique index more_time_one_waiting on more_time_request (tenant_id, coalesce(supplement_id, round_id))
  where outcome is null;
-- The appeal's last day follows from the opening, or where the law says so from the notice board; never the other way round.
alter table decision add constraint decision_appeal_after_opening check (
  case appeal_kind when 'administrative' then appeal_last_on is null or opened_at is not null
                   when 'legality' then appeal_last_on is not null
                   when 'none' then appeal_last_on is null end);
-- A place at a care home is somebody's or nobody's. One open offer for a place and for a case, whoever comes at once.
alter table care_home_vacancy add constraint vacancy_facts check (
  state in ('free', 'reserved', 'taken') and kind in ('somatic', 'dementia', 'short-term') and persons between 1 and 2);
alter table care_home_offer add constraint offer_facts check (
  state in ('open', 'accepted', 'declined', 'lapsed', 'taken-back') and (state = 'open') = (ended_at is null)
  and (answer_sealed is null or state = 'declined')
  and (received_at is null or state in ('accepted', 'declined', 'lapsed') or accepted_at is not null)
  and (taken_back_sealed is null or state = 'taken-back')
  and (accepted_at is null or (taken_back_sealed is not null and ended_at >= accepted_at)));
create unique index offer_one_open_of_case on care_home_offer (tenant_id, case_id) where state = 'open';
create unique index offer_one_open_of_vacancy on care_home_offer (tenant_id, vacancy_id) where state = 'open' and vacancy_id is not null;
-- What is sent is signed; one at a time is prepared, and all of an application is taken back once.
alter table withdrawal add constraint withdrawal_sent_is_signed
  check ((sent_at is null) = (signature_id is null) and (received_at is null or sent_at is not null));
create unique index withdrawal_one_prepared on withdrawal (tenant_id, case_id) where sent_at is null;
create unique index withdrawal_all_once on withdrawal (tenant_id, case_id) where sent_at is not null and scope = 'all';
-- What she asked under FL 12 § is either answered by deciding the case, or refused in a decision of its own.
alter table decision add constraint decision_of_request check (matter <> 'delay_request' or outcome in ('rejected', 'dismissed'));
-- An appeal that came too late is dismissed in a decision of its own, of which decision it says.
alter table decision add constraint decision_of_appeal check (matter <> 'appeal' or (outcome = 'dismissed' and follows_id is not null));
-- Nothing but the notice board's day starts the time of a legality review.
alter table decision add constraint decision_announced check ((appeal_kind = 'legality') = (announced_on is not null));
-- One draft of an appeal per decision, however many windows it is begun in. What is sent has its number and time, and
-- nobody has received what was not sent.
create unique index appeal_one_draft on appeal (tenant_id, decision_id) where sent_at is null;
alter table appeal add constraint appeal_sent_has_number
  check ((sent_at is null) = (number is null) and (sent_at is not null or (received_at is null and receipt_file_id is null)));
alter table appeal_step add constraint appeal_step_facts check (
  step in ('in_time', 'forwarded', 'court_decided') and (step <> 'in_time') = (court is not null)
  and (step = 'court_decided') = (outcome is not null));
-- What somebody has written by hand is known from what the seed may write again; a variant says of which version.
alter table service_version add constraint service_version_origin check (origin in ('seed', 'command', 'admin'));
alter table service_version add constraint service_version_variant check ((variant is null) = (shared_version is null));
-- The library of shared definitions lies under this name, which no municipality may have.
alter table tenant add constraint tenant_is_no_library check (id <> 'shared');
-- A state nobody knows would pass every question for "waiting".
alter table stored_file add constraint stored_file_scan_state
  check (scan_state in ('waiting', 'clean', 'infected', 'not-scanned', 'made-here'));
alter table upload add constraint upload_within_size check (received between 0 and size);
-- One change of a way at a time waits for its code; one that is over has none.
create unique index contact_change_one_open on contact_change (tenant_id, person_id, field) where ended_at is null;
alter table contact_change add constraint contact_change_field check (field in ('email', 'phone'));
alter table contact_change add constraint contact_change_code
  check ((code_sealed is not null) = (ended_at is null) and (ended_at is not null or address_sealed is not null));
-- What a system has told us is kept as long as it isn't done, and no longer. It is sealed, so it can't be made smaller.
alter table inbox_message add constraint inbox_body_while_open
  check ((body_sealed is not null) = (state in ('received', 'parked')) and (ended_at is null) = (state in ('received', 'parked')));
alter table inbox_message add constraint inbox_parked_says_why check (state <> 'parked' or reason is not null);
alter table inbox_message alter column body_sealed set storage external;
-- What is told goes with a message, and what is not says why.
alter table notice add constraint notice_told_or_why
  check (case when state = 'dropped' then reason is not null else delivery_id is not null end);
alter table notice_delivery add constraint notice_delivery_ended
  check ((ended_at is not null) = (state in ('sent', 'failed', 'dropped')));
-- At most one message is being gathered for a person and channel: two events at once end up in the same.
create unique index notice_delivery_one_gathering on notice_delivery (tenant_id, recipient_id, channel)
  where state = 'gathering';
alter table notice_preference add constraint notice_preference_quiet check (
  quiet in ('municipality', 'own', 'none') and (quiet = 'own') = (quiet_from is not null and quiet_to is not null)
  and quiet_from between 0 and 23 and quiet_to between 0 and 23 and quiet_from <> quiet_to);
-- A session can't outlive its absolute limit.
alter table auth_session add constraint auth_session_limits check (idle_expires_at <= absolute_expires_at);
alter table staff_session add constraint staff_session_limits check (idle_expires_at <= absolute_expires_at);
alter table staff_session add constraint staff_session_role check (role in ('admin'));

-- What a case's office calls its state has been so since a day, and what is mapped was mapped once upon a time.
alter table cases add constraint cases_office_status_since check ((office_status_id is null) = (office_status_at is null));
alter table case_status_code add constraint status_code_mapped_at check ((status_id is null) = (mapped_at is null));
alter table case_status add constraint status_late_after check (late_after_days > 0);

-- What is set once: opening a decision starts the time to appeal, and a receipt is the one she got.
create function refuse_second_setting() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '% is set once', tg_argv[0] using errcode = 'restrict_violation';
end
$$;
create trigger decision_opened_once before update on decision for each row
  when (old.opened_at is not null and (old.opened_at, old.appeal_last_on) is distinct from (new.opened_at, new.appeal_last_on))
  execute function refuse_second_setting('decision.opened_at');
create trigger supplement_file_sent_once before update on supplement_file for each row
  when (old.part_id is not null and old.part_id is distinct from new.part_id)
  execute function refuse_second_setting('supplement_file.part_id');
create trigger supplement_part_received_once before update on supplement_part for each row
  when (old.received_at is not null and old.received_at is distinct from new.received_at)
  execute function refuse_second_setting('supplement_part.received_at');
-- What was sent stands word for word, and was read first when it was.
create trigger message_sent_once before update on message for each row
  when (old.state <> 'draft' and (old.sealed, old.sent_at) is distinct from (new.sealed, new.sent_at))
  execute function refuse_second_setting('message.sealed');
create trigger message_read_once before update on message for each row
  when (old.read_at is not null and (old.read_at, old.reader_sealed) is distinct from (new.read_at, new.reader_sealed))
  execute function refuse_second_setting('message.read_at');
-- A yes or a no is given once, and a time once given is not taken back. A place that she said yes to may be: once, and
-- when she said yes stands (the check above asks for the reason).
create trigger offer_ended_once before update on care_home_offer for each row
  when (old.ended_at is not null
        and (old.state, old.ended_at, old.answer_sealed, old.answer_by, old.accepted_at, old.taken_back_sealed)
        is distinct from (new.state, new.ended_at, new.answer_sealed, new.answer_by, new.accepted_at, new.taken_back_sealed)
        and not (old.state = 'accepted' and new.state = 'taken-back' and new.answer_by = old.answer_by
                 and new.accepted_at is not distinct from old.ended_at))
  execute function refuse_second_setting('care_home_offer.ended_at');
create trigger more_time_answered_once before update on more_time_request for each row
  when (old.answered_at is not null and (old.outcome, old.due_on, old.answer_sealed, old.answered_at)
        is distinct from (new.outcome, new.due_on, new.answer_sealed, new.answered_at))
  execute function refuse_second_setting('more_time_request.answered_at');
create trigger comment_round_opened_once before update on comment_round for each row
  when (old.opened_at is not null and old.opened_at is distinct from new.opened_at)
  execute function refuse_second_setting('comment_round.opened_at');
create trigger comment_file_sent_once before update on comment_file for each row
  when (old.comment_id is not null and old.comment_id is distinct from new.comment_id)
  execute function refuse_second_setting('comment_file.comment_id');
create trigger comment_received_once before update on comment for each row
  when (old.received_at is not null and old.received_at is distinct from new.received_at)
  execute function refuse_second_setting('comment.received_at');
create trigger snapshot_receipt_once before update on application_snapshot for each row
  when (old.receipt_file_id is not null and old.receipt_file_id is distinct from new.receipt_file_id)
  execute function refuse_second_setting('application_snapshot.receipt_file_id');

-- An appeal is what came in, when it came in: what she has sent can't be written anew.
create trigger appeal_sent_once before update on appeal for each row
  when (old.sent_at is not null and
        ((old.sealed, old.number, old.sent_at) is distinct from (new.sealed, new.number, new.sent_at)
         or (old.receipt_file_id is not null and old.receipt_file_id is distinct from new.receipt_file_id)))
  execute function refuse_second_setting('appeal');

-- The bytes of a receipt are kept, and of a decision's document, unless the scanner found something in that.
create function refuse_deletion_of_record() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.application_snapshot s
              where s.tenant_id = old.tenant_id and s.receipt_file_id = old.file_id)
     or exists (select from public.appeal a where a.tenant_id = old.tenant_id and a.receipt_file_id = old.file_id)
     or exists (select from public.decision d
                  join public.stored_file f on f.tenant_id = d.tenant_id and f.id = d.file_id
                 where d.tenant_id = old.tenant_id and d.file_id = old.file_id and f.scan_state <> 'infected') then
    raise exception 'a receipt or a decision keeps its file' using errcode = 'restrict_violation';
  end if;
  return old;
end
$$;
create trigger stored_file_content_kept before delete on stored_file_content for each row
  execute function refuse_deletion_of_record();
create index application_snapshot_by_receipt on application_snapshot (tenant_id, receipt_file_id)
  where receipt_file_id is not null;

-- 5. Ways in that foreign keys need when a parent row is looked up from its children. -------------------------------
-- What happened earlier in a case, before something of it is planned to be delivered.
create index domain_event_of_case on domain_event (tenant_id, (payload ->> 'caseId'));

create index stored_file_waiting on stored_file (tenant_id, created_at) where scan_state = 'waiting';
create index application_file_by_file on application_file (tenant_id, file_id);
create index supplement_file_by_file on supplement_file (tenant_id, file_id);
create index appeal_file_by_file on appeal_file (tenant_id, file_id);
create index appeal_by_receipt on appeal (tenant_id, receipt_file_id) where receipt_file_id is not null;
-- Days that have not been answered are looked for several times a day; nearly all are answered.
create index supplement_asked_due on supplement (tenant_id, due_on) where status = 'asked';
create index comment_round_open_due on comment_round (tenant_id, due_on) where status = 'open';
-- Hers that wait for her, and those whose time is soon out, among all that are over; and what accepted ones say of waits.
create index offer_open_by_person on care_home_offer (tenant_id, person_id) where state = 'open';
create index offer_open_by_time on care_home_offer (tenant_id, answer_by) where state = 'open';
create index offer_accepted on care_home_offer (tenant_id, ended_at) where state = 'accepted' and decided_on is not null;
create index offer_by_vacancy on care_home_offer (tenant_id, vacancy_id) where vacancy_id is not null;
create index offer_by_home on care_home_offer (tenant_id, home_id);
create index more_time_by_supplement on more_time_request (tenant_id, supplement_id) where supplement_id is not null;
create index more_time_by_round on more_time_request (tenant_id, round_id) where round_id is not null;
create index comment_file_by_file on comment_file (tenant_id, file_id);
-- The overview asks for rounds that wait for her; nearly all are over.
create index comment_round_open on comment_round (tenant_id, case_id) where status = 'open';
-- The overview asks for decisions not yet opened; nearly all are.
create index decision_unopened on decision (tenant_id, case_id) where opened_at is null;
-- Two of the steps are dated by when they first happened; a case may have thousands of events beside those.
create index case_event_steps on case_event (tenant_id, case_id, kind, occurred_at) where kind in ('looked-into', 'decided');
create index decision_by_file on decision (tenant_id, file_id) where file_id is not null;
-- Whether a system is told in vain: asked at each showing of a list of cases, and seldom any.
create index delivery_in_vain on delivery (tenant_id, system_id, created_at)
  where state <> 'received' and last_error is not null;
-- How much was received of late, and how quickly.
create index delivery_received on delivery (tenant_id, system_id, received_at) where state = 'received';
-- What a person must look at; nearly everything is received.
create index delivery_parked on delivery (tenant_id, system_id) where state = 'parked';
create index notice_delivery_by_recipient on notice_delivery (tenant_id, recipient_id, channel, created_at desc);
-- For whoever keeps watch over all municipalities' (notice_counts below): what isn't sent, and what was given up.
create index notice_delivery_open on notice_delivery (due_at) where ended_at is null;
create index notice_delivery_failed on notice_delivery (ended_at) where state = 'failed';
-- What is under way, and what waits for somebody to look: few, among all that is done. Then by what becomes old.
create index office_change_without_place on office_change (tenant_id, system_id) where position is null;
create index inbox_open on inbox_message (tenant_id, system_id, state, received_at) where state in ('received', 'parked');
create index inbox_ended on inbox_message (tenant_id, ended_at) where ended_at is not null;
create index delivery_by_order on delivery (tenant_id, order_id);
create index message_file_by_file on message_file (tenant_id, file_id);
-- The overview counts what she has not read; most is. And what no system has taken is looked for every few minutes.
create index message_unread on message (tenant_id, person_id) where author = 'office' and read_at is null;
create index message_undelivered on message (tenant_id, sent_at) where state in ('sent', 'unrouted');
-- Drafts that have lain untouched, oldest first.
create index application_drafts_by_age on application (tenant_id, updated_at) where status = 'draft';
create index signature_by_person on signature (tenant_id, person_id);
create index signer_by_person on application_signer (tenant_id, person_id) where person_id is not null;
-- Reminders and last days are looked for every hour among those who have not answered.
create index signer_invited on application_signer (tenant_id, answer_by) where status = 'invited';

-- Numbers for monitoring, over all municipalities: the owner's function counts past row-level security, and tells nothing
-- of anybody.
create function notice_counts(out waiting bigint, out waiting_since timestamptz, out failed jsonb)
language sql stable security definer set search_path = public, pg_temp
as $$
  select
    (select count(*) from notice_delivery where ended_at is null and due_at <= now()),
    (select min(due_at) from notice_delivery where ended_at is null and due_at <= now()),
    (select coalesce(jsonb_object_agg(channel, n), '{}') from (
       select channel, count(*) as n from notice_delivery
        where state = 'failed' and ended_at > now() - interval '1 day' group by channel) by_channel)
$$;
revoke all on function notice_counts() from public;
grant execute on function notice_counts() to minasidor_app;
