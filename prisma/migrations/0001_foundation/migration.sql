-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "application_status" AS ENUM ('draft', 'awaiting_signatures', 'submitted', 'withdrawn', 'discarded');

-- CreateEnum
CREATE TYPE "signer_status" AS ENUM ('waiting', 'invited', 'signed', 'declined', 'expired', 'taken_back');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('waiting', 'told', 'received', 'parked');

-- CreateEnum
CREATE TYPE "case_phase" AS ENUM ('received_by_us', 'received_by_office', 'being_looked_into', 'waiting_for_you', 'comments_before_decision', 'decided', 'being_carried_out', 'appealed', 'closed', 'withdrawn');

-- CreateEnum
CREATE TYPE "supplement_status" AS ENUM ('asked', 'answered', 'received', 'withdrawn');

-- CreateEnum
CREATE TYPE "comment_round_status" AS ENUM ('open', 'answered', 'withdrawn', 'ended');

-- CreateEnum
CREATE TYPE "comment_kind" AS ENUM ('comment', 'nothing_to_add');

-- CreateEnum
CREATE TYPE "more_time_outcome" AS ENUM ('granted', 'refused');

-- CreateEnum
CREATE TYPE "reminder_stage" AS ENUM ('before', 'after');

-- CreateEnum
CREATE TYPE "decision_outcome" AS ENUM ('granted', 'partly_granted', 'rejected', 'dismissed', 'written_off');

-- CreateEnum
CREATE TYPE "appeal_kind" AS ENUM ('administrative', 'legality', 'none');

-- CreateEnum
CREATE TYPE "decision_matter" AS ENUM ('application', 'delay_request', 'appeal');

-- CreateEnum
CREATE TYPE "withdrawal_scope" AS ENUM ('all', 'part');

-- CreateEnum
CREATE TYPE "bank_id_order_status" AS ENUM ('pending', 'complete', 'failed', 'cancelled', 'consumed');

-- CreateEnum
CREATE TYPE "care_law" AS ENUM ('SoL', 'LSS');

-- CreateEnum
CREATE TYPE "care_visit_state" AS ENUM ('planned', 'changed', 'cancelled', 'done');

-- CreateEnum
CREATE TYPE "care_note_kind" AS ENUM ('event', 'deviation', 'meals', 'activities', 'rest', 'other');

-- CreateEnum
CREATE TYPE "message_author" AS ENUM ('resident', 'office');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('draft', 'sent', 'unrouted', 'parked', 'received');

-- CreateEnum
CREATE TYPE "notice_state" AS ENUM ('waiting', 'sent', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "notice_delivery_state" AS ENUM ('gathering', 'sending', 'sent', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "inbox_state" AS ENUM ('received', 'done', 'parked', 'superseded', 'dismissed');

-- CreateTable
CREATE TABLE "appeal" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "number" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),
    "receipt_file_id" UUID,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "appeal_file" (
    "tenant_id" TEXT NOT NULL,
    "appeal_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,

    CONSTRAINT "appeal_file_pkey" PRIMARY KEY ("tenant_id","appeal_id","file_id")
);

-- CreateTable
CREATE TABLE "appeal_step" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "court" TEXT,
    "outcome" TEXT,

    CONSTRAINT "appeal_step_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "application" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "service_version" INTEGER NOT NULL,
    "status" "application_status" NOT NULL DEFAULT 'draft',
    "language" TEXT NOT NULL,
    "last_page" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "returned_reason" TEXT,
    "document_sealed" BYTEA,
    "document_hash" BYTEA,
    "known_sealed" BYTEA,
    "move_sealed" BYTEA,
    "moved_at_version" INTEGER NOT NULL DEFAULT 0,
    "remove_on" DATE,

    CONSTRAINT "application_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "application_answer" (
    "tenant_id" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_answer_pkey" PRIMARY KEY ("tenant_id","application_id","page")
);

-- CreateTable
CREATE TABLE "application_file" (
    "tenant_id" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "application_file_pkey" PRIMARY KEY ("tenant_id","application_id","file_id")
);

-- CreateTable
CREATE TABLE "application_signer" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "document_hash" BYTEA NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "national_id_sealed" BYTEA NOT NULL,
    "national_id_lookup" BYTEA NOT NULL,
    "name_sealed" BYTEA,
    "person_id" UUID,
    "status" "signer_status" NOT NULL,
    "invited_at" TIMESTAMPTZ(3),
    "answer_by" DATE,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "answered_at" TIMESTAMPTZ(3),
    "reason_sealed" BYTEA,
    "signature_id" UUID,

    CONSTRAINT "application_signer_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "application_snapshot" (
    "tenant_id" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "language" TEXT NOT NULL,
    "receipt_file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "application_snapshot_pkey" PRIMARY KEY ("tenant_id","application_id")
);

-- CreateTable
CREATE TABLE "back_office_system" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shown_as" JSONB,
    "client_id" TEXT NOT NULL,
    "client_secret_hash" BYTEA,
    "scopes" TEXT[],
    "services" TEXT[],
    "connector" TEXT NOT NULL DEFAULT 'reference',
    "connector_settings" JSONB NOT NULL DEFAULT '{}',
    "changes_cursor" TEXT,
    "webhook_url" TEXT,
    "webhook_secret_sealed" BYTEA,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "last_seen_at" TIMESTAMPTZ(3),
    "certificate_ends_at" TIMESTAMPTZ(3),
    "certificate_read_at" TIMESTAMPTZ(3),
    "certificate_asked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "back_office_system_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "back_office_key" (
    "tenant_id" TEXT NOT NULL,
    "system_id" UUID NOT NULL,
    "kid" TEXT NOT NULL,
    "jwk" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "back_office_key_pkey" PRIMARY KEY ("tenant_id","system_id","kid")
);

-- CreateTable
CREATE TABLE "back_office_breaker" (
    "tenant_id" TEXT NOT NULL,
    "system_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "failed_ids" UUID[],
    "failing_since" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "try_at" TIMESTAMPTZ(3),
    "trying_since" TIMESTAMPTZ(3),

    CONSTRAINT "back_office_breaker_pkey" PRIMARY KEY ("tenant_id","system_id")
);

-- CreateTable
CREATE TABLE "back_office_assertion" (
    "tenant_id" TEXT NOT NULL,
    "system_id" UUID NOT NULL,
    "id_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "back_office_assertion_pkey" PRIMARY KEY ("tenant_id","system_id","id_hash")
);

-- CreateTable
CREATE TABLE "back_office_token" (
    "token_hash" BYTEA NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "system_id" UUID NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "back_office_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "delivery" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "case_id" UUID,
    "order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ref_id" UUID NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_at" TIMESTAMPTZ(3),
    "next_tell_at" TIMESTAMPTZ(3),
    "tell_since" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "delivery_attempt" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "delivery_attempt_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "delivery_step" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "staff_id" UUID,

    CONSTRAINT "delivery_step_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "comparison" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "staff_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "cases" INTEGER NOT NULL DEFAULT 0,
    "missing_there" INTEGER NOT NULL DEFAULT 0,
    "receipt_missing" INTEGER NOT NULL DEFAULT 0,
    "behind_here" INTEGER NOT NULL DEFAULT 0,
    "unknown_here" INTEGER NOT NULL DEFAULT 0,
    "mended" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "comparison_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "cases" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "application_id" UUID,
    "service_id" UUID,
    "service_version" INTEGER,
    "number" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "phase" "case_phase" NOT NULL DEFAULT 'received_by_us',
    "phase_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "system_id" UUID,
    "external_id" TEXT,
    "office_status_id" UUID,
    "office_status_at" TIMESTAMPTZ(3),
    "officer_sealed" BYTEA,
    "office_version" BIGINT,
    "office_hash" BYTEA,
    "expected_on" DATE,
    "expected_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "news" INTEGER NOT NULL DEFAULT 0,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signers" INTEGER NOT NULL DEFAULT 1,
    "received_by_office_at" TIMESTAMPTZ(3),
    "last_event_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ref_id" UUID,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "case_seen" (
    "tenant_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "news" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_seen_pkey" PRIMARY KEY ("tenant_id","person_id","case_id")
);

-- CreateTable
CREATE TABLE "case_status" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phase" "case_phase" NOT NULL,
    "texts" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "after" TEXT[],
    "messages_open" BOOLEAN NOT NULL,
    "supplements_open" BOOLEAN NOT NULL,
    "late_after_days" INTEGER,
    "deprecated_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_status_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "case_status_code" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "system_name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status_id" UUID,
    "mapped_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_status_code_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "supplement" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "request_sealed" BYTEA NOT NULL,
    "first_due_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "status" "supplement_status" NOT NULL DEFAULT 'asked',
    "answer_sealed" BYTEA,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "supplement_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "supplement_part" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "supplement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "is_last" BOOLEAN NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "supplement_part_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "supplement_file" (
    "tenant_id" TEXT NOT NULL,
    "supplement_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "part_id" UUID,

    CONSTRAINT "supplement_file_pkey" PRIMARY KEY ("tenant_id","supplement_id","file_id")
);

-- CreateTable
CREATE TABLE "comment_round" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "material_sealed" BYTEA NOT NULL,
    "first_due_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "status" "comment_round_status" NOT NULL DEFAULT 'open',
    "draft_sealed" BYTEA,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "comment_round_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "comment" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "comment_kind" NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "comment_file" (
    "tenant_id" TEXT NOT NULL,
    "round_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "is_material" BOOLEAN NOT NULL,
    "comment_id" UUID,

    CONSTRAINT "comment_file_pkey" PRIMARY KEY ("tenant_id","round_id","file_id")
);

-- CreateTable
CREATE TABLE "more_time_request" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "supplement_id" UUID,
    "round_id" UUID,
    "wished_on" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "outcome" "more_time_outcome",
    "due_on" DATE,
    "answer_sealed" BYTEA,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "more_time_request_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "due_reminder" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "supplement_id" UUID,
    "round_id" UUID,
    "decision_id" UUID,
    "due_on" DATE NOT NULL,
    "stage" "reminder_stage" NOT NULL,
    "reminded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "due_reminder_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "decision" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "matter" "decision_matter" NOT NULL DEFAULT 'application',
    "outcome" "decision_outcome" NOT NULL,
    "decided_on" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,
    "file_id" UUID,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "appeal_kind" "appeal_kind" NOT NULL DEFAULT 'administrative',
    "announced_on" DATE,
    "appeal_last_on" DATE,
    "follows_id" TEXT,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "delay_notice" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expected_on" DATE,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delay_notice_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "delay_request" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "delay_request_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "withdrawal" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "scope" "withdrawal_scope" NOT NULL,
    "sealed" BYTEA NOT NULL,
    "document_hash" BYTEA NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "signature_id" UUID,
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "waiting_time" (
    "tenant_id" TEXT NOT NULL,
    "service_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "cases" INTEGER NOT NULL,
    "median_days" INTEGER NOT NULL,
    "nine_of_ten_days" INTEGER NOT NULL,

    CONSTRAINT "waiting_time_pkey" PRIMARY KEY ("tenant_id","service_id")
);

-- CreateTable
CREATE TABLE "service" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "published_version" INTEGER,
    "held_back" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "service_version" (
    "tenant_id" TEXT NOT NULL,
    "service_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "hash" BYTEA NOT NULL,
    "origin" TEXT NOT NULL,
    "variant" JSONB,
    "shared_version" INTEGER,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_version_pkey" PRIMARY KEY ("tenant_id","service_id","version")
);

-- CreateTable
CREATE TABLE "definition_import" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "definition_import_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "care_home" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "description" JSONB NOT NULL,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "system_id" UUID,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "care_home_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "care_home_vacancy" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "home_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,
    "available_from" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "care_home_vacancy_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "care_home_offer" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "home_id" UUID NOT NULL,
    "vacancy_id" UUID,
    "external_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "decided_on" DATE,
    "state" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "answer_sealed" BYTEA,
    "accepted_at" TIMESTAMPTZ(3),
    "taken_back_sealed" BYTEA,
    "reminded_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "care_home_offer_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "accessibility_report" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "content_sealed" BYTEA NOT NULL,
    "language" TEXT NOT NULL,
    "repeat_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "forwarded_at" TIMESTAMPTZ(3),

    CONSTRAINT "accessibility_report_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "national_id_sealed" BYTEA NOT NULL,
    "national_id_lookup" BYTEA NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "protected_identity" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT,
    "email_sealed" BYTEA,
    "phone_sealed" BYTEA,
    "email_since" TIMESTAMPTZ(3),
    "phone_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "contact_change" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "address_sealed" BYTEA,
    "address_lookup" BYTEA NOT NULL,
    "former_sealed" BYTEA,
    "code_sealed" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_change_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "external_identity" (
    "tenant_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "external_identity_pkey" PRIMARY KEY ("tenant_id","issuer","subject")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "level_of_assurance" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idle_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idle_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "bank_id_order" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "person_id" UUID,
    "subject_type" TEXT,
    "subject_id" UUID,
    "document_hash" BYTEA,
    "secrets_sealed" BYTEA NOT NULL,
    "visible_text_sealed" BYTEA,
    "return_nonce_hash" BYTEA,
    "returned_at" TIMESTAMPTZ(3),
    "status" "bank_id_order_status" NOT NULL DEFAULT 'pending',
    "hint_code" TEXT,
    "result_sealed" BYTEA,
    "address_lookup" BYTEA NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "first_started_at" TIMESTAMPTZ(3) NOT NULL,
    "collect_after" TIMESTAMPTZ(3) NOT NULL,
    "return_to" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_id_order_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "signature" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "document_hash" BYTEA NOT NULL,
    "order_id" UUID NOT NULL,
    "evidence_sealed" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "care_plan" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "law" "care_law" NOT NULL,
    "sealed" BYTEA,
    "approved_on" DATE,
    "from_on" DATE,
    "to_on" DATE,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "care_plan_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "care_visit" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "law" "care_law" NOT NULL,
    "state" "care_visit_state" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "care_visit_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "care_note" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "law" "care_law" NOT NULL,
    "kind" "care_note_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "care_note_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "care_note_earlier" (
    "tenant_id" TEXT NOT NULL,
    "note_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,
    "kind" "care_note_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "care_note_earlier_pkey" PRIMARY KEY ("tenant_id","note_id","version")
);

-- CreateTable
CREATE TABLE "message_thread" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID,
    "service_id" UUID,
    "system_id" UUID,
    "title" JSONB NOT NULL,
    "subject_sealed" BYTEA,
    "opened_at" TIMESTAMPTZ(3),
    "last_message_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_thread_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "author" "message_author" NOT NULL,
    "state" "message_state" NOT NULL,
    "external_id" TEXT,
    "sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "reader_sealed" BYTEA,

    CONSTRAINT "message_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "message_file" (
    "tenant_id" TEXT NOT NULL,
    "message_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,

    CONSTRAINT "message_file_pkey" PRIMARY KEY ("tenant_id","message_id","file_id")
);

-- CreateTable
CREATE TABLE "notice" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "concerns_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "delivery_id" UUID,
    "state" "notice_state" NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "notice_delivery" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "state" "notice_delivery_state" NOT NULL DEFAULT 'gathering',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_delivery_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "notice_preference" (
    "tenant_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "ways" JSONB NOT NULL,
    "quiet" TEXT NOT NULL,
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("tenant_id","person_id")
);

-- CreateTable
CREATE TABLE "push_device" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "endpoint_lookup" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "push_device_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_person_id" UUID,
    "actor_staff_id" UUID,
    "actor_label" TEXT,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "subject_person_id" UUID,
    "object_type" TEXT,
    "object_id" UUID,
    "reason" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "domain_event" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "scan_state" TEXT NOT NULL DEFAULT 'not-scanned',
    "scanned_at" TIMESTAMPTZ(3),
    "scan_finding" TEXT,
    "scan_attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "stored_file_content" (
    "tenant_id" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "stored_file_content_pkey" PRIMARY KEY ("tenant_id","file_id")
);

-- CreateTable
CREATE TABLE "upload" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "upload_piece" (
    "tenant_id" TEXT NOT NULL,
    "upload_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "upload_piece_pkey" PRIMARY KEY ("tenant_id","upload_id","start")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateTable
CREATE TABLE "tenant" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hosts" TEXT[],
    "languages" TEXT[],
    "theme" TEXT NOT NULL,
    "profile" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dated_rule" (
    "tenant_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "value" JSONB NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "dated_rule_pkey" PRIMARY KEY ("tenant_id","key","valid_from")
);

-- CreateTable
CREATE TABLE "inbox_message" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "message_id" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "thing" TEXT NOT NULL,
    "version" BIGINT,
    "body_sealed" BYTEA,
    "request_hash" BYTEA NOT NULL,
    "case_id" UUID,
    "officer" TEXT,
    "state" "inbox_state" NOT NULL DEFAULT 'received',
    "reason" TEXT,
    "fields" JSONB,
    "answer" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_message_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "office_change" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ids" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "position" BIGINT,

    CONSTRAINT "office_change_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "appeal_tenant_id_case_id_idx" ON "appeal"("tenant_id", "case_id");

-- CreateIndex
CREATE INDEX "appeal_tenant_id_decision_id_idx" ON "appeal"("tenant_id", "decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_tenant_id_number_key" ON "appeal"("tenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_step_tenant_id_decision_id_step_key" ON "appeal_step"("tenant_id", "decision_id", "step");

-- CreateIndex
CREATE INDEX "application_tenant_id_person_id_status_idx" ON "application"("tenant_id", "person_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "application_tenant_id_number_key" ON "application"("tenant_id", "number");

-- CreateIndex
CREATE INDEX "application_signer_tenant_id_national_id_lookup_status_idx" ON "application_signer"("tenant_id", "national_id_lookup", "status");

-- CreateIndex
CREATE UNIQUE INDEX "application_signer_tenant_id_application_id_document_hash_n_key" ON "application_signer"("tenant_id", "application_id", "document_hash", "national_id_lookup");

-- CreateIndex
CREATE UNIQUE INDEX "application_signer_tenant_id_application_id_document_hash_p_key" ON "application_signer"("tenant_id", "application_id", "document_hash", "position");

-- CreateIndex
CREATE UNIQUE INDEX "application_signer_tenant_id_signature_id_key" ON "application_signer"("tenant_id", "signature_id");

-- CreateIndex
CREATE UNIQUE INDEX "back_office_system_client_id_key" ON "back_office_system"("client_id");

-- CreateIndex
CREATE INDEX "back_office_assertion_expires_at_idx" ON "back_office_assertion"("expires_at");

-- CreateIndex
CREATE INDEX "back_office_token_expires_at_idx" ON "back_office_token"("expires_at");

-- CreateIndex
CREATE INDEX "delivery_tenant_id_system_id_state_created_at_idx" ON "delivery"("tenant_id", "system_id", "state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_tenant_id_kind_ref_id_key" ON "delivery"("tenant_id", "kind", "ref_id");

-- CreateIndex
CREATE INDEX "delivery_attempt_tenant_id_delivery_id_at_idx" ON "delivery_attempt"("tenant_id", "delivery_id", "at");

-- CreateIndex
CREATE INDEX "delivery_attempt_tenant_id_at_idx" ON "delivery_attempt"("tenant_id", "at");

-- CreateIndex
CREATE INDEX "comparison_tenant_id_system_id_started_at_idx" ON "comparison"("tenant_id", "system_id", "started_at");

-- CreateIndex
CREATE INDEX "delivery_step_tenant_id_delivery_id_at_idx" ON "delivery_step"("tenant_id", "delivery_id", "at");

-- CreateIndex
CREATE INDEX "cases_tenant_id_person_id_last_event_at_idx" ON "cases"("tenant_id", "person_id", "last_event_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "cases_tenant_id_number_key" ON "cases"("tenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "cases_tenant_id_application_id_key" ON "cases"("tenant_id", "application_id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_tenant_id_system_id_external_id_key" ON "cases"("tenant_id", "system_id", "external_id");

-- CreateIndex
CREATE INDEX "case_event_tenant_id_case_id_occurred_at_idx" ON "case_event"("tenant_id", "case_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "case_status_tenant_id_code_key" ON "case_status"("tenant_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "case_status_code_tenant_id_system_id_code_key" ON "case_status_code"("tenant_id", "system_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "supplement_tenant_id_case_id_external_id_key" ON "supplement"("tenant_id", "case_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "supplement_part_tenant_id_supplement_id_number_key" ON "supplement_part"("tenant_id", "supplement_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "comment_round_tenant_id_case_id_external_id_key" ON "comment_round"("tenant_id", "case_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_tenant_id_round_id_number_key" ON "comment"("tenant_id", "round_id", "number");

-- CreateIndex
CREATE INDEX "more_time_request_tenant_id_case_id_idx" ON "more_time_request"("tenant_id", "case_id");

-- CreateIndex
CREATE INDEX "due_reminder_tenant_id_case_id_idx" ON "due_reminder"("tenant_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_tenant_id_case_id_external_id_key" ON "decision"("tenant_id", "case_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "delay_notice_tenant_id_case_id_external_id_key" ON "delay_notice"("tenant_id", "case_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "delay_request_tenant_id_case_id_key" ON "delay_request"("tenant_id", "case_id");

-- CreateIndex
CREATE INDEX "withdrawal_tenant_id_case_id_idx" ON "withdrawal"("tenant_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_tenant_id_slug_key" ON "service"("tenant_id", "slug");

-- CreateIndex
CREATE INDEX "definition_import_tenant_id_created_at_idx" ON "definition_import"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "care_home_tenant_id_slug_key" ON "care_home"("tenant_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "care_home_vacancy_tenant_id_home_id_external_id_key" ON "care_home_vacancy"("tenant_id", "home_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "care_home_offer_tenant_id_case_id_external_id_key" ON "care_home_offer"("tenant_id", "case_id", "external_id");

-- CreateIndex
CREATE INDEX "accessibility_report_tenant_id_created_at_idx" ON "accessibility_report"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "accessibility_report_tenant_id_repeat_key_key" ON "accessibility_report"("tenant_id", "repeat_key");

-- CreateIndex
CREATE UNIQUE INDEX "person_tenant_id_national_id_lookup_key" ON "person"("tenant_id", "national_id_lookup");

-- CreateIndex
CREATE INDEX "contact_change_tenant_id_person_id_created_at_idx" ON "contact_change"("tenant_id", "person_id", "created_at");

-- CreateIndex
CREATE INDEX "contact_change_tenant_id_address_lookup_created_at_idx" ON "contact_change"("tenant_id", "address_lookup", "created_at");

-- CreateIndex
CREATE INDEX "external_identity_tenant_id_person_id_idx" ON "external_identity"("tenant_id", "person_id");

-- CreateIndex
CREATE INDEX "auth_session_tenant_id_person_id_ended_at_idx" ON "auth_session"("tenant_id", "person_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_tenant_id_token_hash_key" ON "auth_session"("tenant_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_tenant_id_issuer_subject_key" ON "staff_member"("tenant_id", "issuer", "subject");

-- CreateIndex
CREATE INDEX "staff_session_tenant_id_staff_id_ended_at_idx" ON "staff_session"("tenant_id", "staff_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_tenant_id_token_hash_key" ON "staff_session"("tenant_id", "token_hash");

-- CreateIndex
CREATE INDEX "bank_id_order_tenant_id_browser_hash_idx" ON "bank_id_order"("tenant_id", "browser_hash");

-- CreateIndex
CREATE INDEX "bank_id_order_created_at_idx" ON "bank_id_order"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "signature_tenant_id_order_id_key" ON "signature"("tenant_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_tenant_id_subject_type_subject_id_person_id_docum_key" ON "signature"("tenant_id", "subject_type", "subject_id", "person_id", "document_hash");

-- CreateIndex
CREATE INDEX "care_plan_tenant_id_person_id_idx" ON "care_plan"("tenant_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "care_plan_tenant_id_system_id_external_id_key" ON "care_plan"("tenant_id", "system_id", "external_id");

-- CreateIndex
CREATE INDEX "care_visit_tenant_id_person_id_starts_at_idx" ON "care_visit"("tenant_id", "person_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "care_visit_tenant_id_system_id_external_id_key" ON "care_visit"("tenant_id", "system_id", "external_id");

-- CreateIndex
CREATE INDEX "care_note_tenant_id_person_id_at_idx" ON "care_note"("tenant_id", "person_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "care_note_tenant_id_system_id_external_id_key" ON "care_note"("tenant_id", "system_id", "external_id");

-- CreateIndex
CREATE INDEX "message_thread_tenant_id_person_id_last_message_at_idx" ON "message_thread"("tenant_id", "person_id", "last_message_at" DESC);

-- CreateIndex
CREATE INDEX "message_thread_tenant_id_case_id_idx" ON "message_thread"("tenant_id", "case_id");

-- CreateIndex
CREATE INDEX "message_tenant_id_thread_id_sent_at_idx" ON "message"("tenant_id", "thread_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_tenant_id_thread_id_external_id_key" ON "message"("tenant_id", "thread_id", "external_id");

-- CreateIndex
CREATE INDEX "notice_tenant_id_delivery_id_idx" ON "notice"("tenant_id", "delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_tenant_id_event_id_recipient_id_channel_key" ON "notice"("tenant_id", "event_id", "recipient_id", "channel");

-- CreateIndex
CREATE INDEX "push_device_tenant_id_person_id_idx" ON "push_device"("tenant_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_device_tenant_id_endpoint_lookup_key" ON "push_device"("tenant_id", "endpoint_lookup");

-- CreateIndex
CREATE INDEX "audit_entry_tenant_id_subject_person_id_at_idx" ON "audit_entry"("tenant_id", "subject_person_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_tenant_id_at_idx" ON "audit_entry"("tenant_id", "at");

-- CreateIndex
CREATE INDEX "domain_event_tenant_id_at_idx" ON "domain_event"("tenant_id", "at");

-- CreateIndex
CREATE INDEX "upload_tenant_id_person_id_idx" ON "upload"("tenant_id", "person_id");

-- CreateIndex
CREATE INDEX "upload_touched_at_idx" ON "upload"("touched_at");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_message_tenant_id_system_id_message_id_key" ON "inbox_message"("tenant_id", "system_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "office_change_tenant_id_system_id_position_key" ON "office_change"("tenant_id", "system_id", "position");

-- AddForeignKey
ALTER TABLE "back_office_breaker" ADD CONSTRAINT "back_office_breaker_tenant_id_system_id_fkey" FOREIGN KEY ("tenant_id", "system_id") REFERENCES "back_office_system"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "back_office_key" ADD CONSTRAINT "back_office_key_tenant_id_system_id_fkey" FOREIGN KEY ("tenant_id", "system_id") REFERENCES "back_office_system"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_tenant_id_delivery_id_fkey" FOREIGN KEY ("tenant_id", "delivery_id") REFERENCES "delivery"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_step" ADD CONSTRAINT "delivery_step_tenant_id_delivery_id_fkey" FOREIGN KEY ("tenant_id", "delivery_id") REFERENCES "delivery"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_tenant_id_decision_id_fkey" FOREIGN KEY ("tenant_id", "decision_id") REFERENCES "decision"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_tenant_id_receipt_file_id_fkey" FOREIGN KEY ("tenant_id", "receipt_file_id") REFERENCES "stored_file"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_file" ADD CONSTRAINT "appeal_file_tenant_id_appeal_id_fkey" FOREIGN KEY ("tenant_id", "appeal_id") REFERENCES "appeal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_file" ADD CONSTRAINT "appeal_file_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_file"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_step" ADD CONSTRAINT "appeal_step_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_step" ADD CONSTRAINT "appeal_step_tenant_id_decision_id_fkey" FOREIGN KEY ("tenant_id", "decision_id") REFERENCES "decision"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_tenant_id_service_id_service_version_fkey" FOREIGN KEY ("tenant_id", "service_id", "service_version") REFERENCES "service_version"("tenant_id", "service_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_answer" ADD CONSTRAINT "application_answer_tenant_id_application_id_fkey" FOREIGN KEY ("tenant_id", "application_id") REFERENCES "application"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_file" ADD CONSTRAINT "application_file_tenant_id_application_id_fkey" FOREIGN KEY ("tenant_id", "application_id") REFERENCES "application"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_file" ADD CONSTRAINT "application_file_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_file"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_signer" ADD CONSTRAINT "application_signer_tenant_id_application_id_fkey" FOREIGN KEY ("tenant_id", "application_id") REFERENCES "application"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_signer" ADD CONSTRAINT "application_signer_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_signer" ADD CONSTRAINT "application_signer_tenant_id_signature_id_fkey" FOREIGN KEY ("tenant_id", "signature_id") REFERENCES "signature"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_snapshot" ADD CONSTRAINT "application_snapshot_tenant_id_application_id_fkey" FOREIGN KEY ("tenant_id", "application_id") REFERENCES "application"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_snapshot" ADD CONSTRAINT "application_snapshot_tenant_id_receipt_file_id_fkey" FOREIGN KEY ("tenant_id", "receipt_file_id") REFERENCES "stored_file"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_tenant_id_service_id_service_version_fkey" FOREIGN KEY ("tenant_id", "service_id", "service_version") REFERENCES "service_version"("tenant_id", "service_id", "version") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_tenant_id_office_status_id_fkey" FOREIGN KEY ("tenant_id", "office_status_id") REFERENCES "case_status_code"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_seen" ADD CONSTRAINT "case_seen_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_status_code" ADD CONSTRAINT "case_status_code_tenant_id_status_id_fkey" FOREIGN KEY ("tenant_id", "status_id") REFERENCES "case_status"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supplement" ADD CONSTRAINT "supplement_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supplement_part" ADD CONSTRAINT "supplement_part_tenant_id_supplement_id_fkey" FOREIGN KEY ("tenant_id", "supplement_id") REFERENCES "supplement"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supplement_file" ADD CONSTRAINT "supplement_file_tenant_id_supplement_id_fkey" FOREIGN KEY ("tenant_id", "supplement_id") REFERENCES "supplement"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supplement_file" ADD CONSTRAINT "supplement_file_tenant_id_part_id_fkey" FOREIGN KEY ("tenant_id", "part_id") REFERENCES "supplement_part"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supplement_file" ADD CONSTRAINT "supplement_file_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_file"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_round" ADD CONSTRAINT "comment_round_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_tenant_id_round_id_fkey" FOREIGN KEY ("tenant_id", "round_id") REFERENCES "comment_round"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_file" ADD CONSTRAINT "comment_file_tenant_id_round_id_fkey" FOREIGN KEY ("tenant_id", "round_id") REFERENCES "comment_round"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_file" ADD CONSTRAINT "comment_file_tenant_id_comment_id_fkey" FOREIGN KEY ("tenant_id", "comment_id") REFERENCES "comment"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment_file" ADD CONSTRAINT "comment_file_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_file"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "more_time_request" ADD CONSTRAINT "more_time_request_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "more_time_request" ADD CONSTRAINT "more_time_request_tenant_id_supplement_id_fkey" FOREIGN KEY ("tenant_id", "supplement_id") REFERENCES "supplement"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "more_time_request" ADD CONSTRAINT "more_time_request_tenant_id_round_id_fkey" FOREIGN KEY ("tenant_id", "round_id") REFERENCES "comment_round"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "due_reminder" ADD CONSTRAINT "due_reminder_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_file"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delay_notice" ADD CONSTRAINT "delay_notice_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delay_request" ADD CONSTRAINT "delay_request_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_version" ADD CONSTRAINT "service_version_tenant_id_service_id_fkey" FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_change" ADD CONSTRAINT "contact_change_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_tenant_id_staff_id_fkey" FOREIGN KEY ("tenant_id", "staff_id") REFERENCES "staff_member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_home_vacancy" ADD CONSTRAINT "care_home_vacancy_tenant_id_home_id_fkey" FOREIGN KEY ("tenant_id", "home_id") REFERENCES "care_home"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_home_offer" ADD CONSTRAINT "care_home_offer_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_home_offer" ADD CONSTRAINT "care_home_offer_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_home_offer" ADD CONSTRAINT "care_home_offer_tenant_id_home_id_fkey" FOREIGN KEY ("tenant_id", "home_id") REFERENCES "care_home"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_home_offer" ADD CONSTRAINT "care_home_offer_tenant_id_vacancy_id_fkey" FOREIGN KEY ("tenant_id", "vacancy_id") REFERENCES "care_home_vacancy"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "care_plan" ADD CONSTRAINT "care_plan_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_visit" ADD CONSTRAINT "care_visit_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_note" ADD CONSTRAINT "care_note_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_note_earlier" ADD CONSTRAINT "care_note_earlier_tenant_id_note_id_fkey" FOREIGN KEY ("tenant_id", "note_id") REFERENCES "care_note"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_thread" ADD CONSTRAINT "message_thread_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_thread" ADD CONSTRAINT "message_thread_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message_thread" ADD CONSTRAINT "message_thread_tenant_id_service_id_fkey" FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_tenant_id_thread_id_fkey" FOREIGN KEY ("tenant_id", "thread_id") REFERENCES "message_thread"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_file" ADD CONSTRAINT "message_file_tenant_id_message_id_fkey" FOREIGN KEY ("tenant_id", "message_id") REFERENCES "message"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_file" ADD CONSTRAINT "message_file_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_file"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_tenant_id_recipient_id_fkey" FOREIGN KEY ("tenant_id", "recipient_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_tenant_id_concerns_id_fkey" FOREIGN KEY ("tenant_id", "concerns_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_tenant_id_delivery_id_fkey" FOREIGN KEY ("tenant_id", "delivery_id") REFERENCES "notice_delivery"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_tenant_id_recipient_id_fkey" FOREIGN KEY ("tenant_id", "recipient_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_device" ADD CONSTRAINT "push_device_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file_content" ADD CONSTRAINT "stored_file_content_tenant_id_file_id_fkey" FOREIGN KEY ("tenant_id", "file_id") REFERENCES "stored_file"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_piece" ADD CONSTRAINT "upload_piece_tenant_id_upload_id_fkey" FOREIGN KEY ("tenant_id", "upload_id") REFERENCES "upload"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
