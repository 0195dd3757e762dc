-- CreateEnum
CREATE TYPE "meeting_way" AS ENUM ('visit', 'home', 'phone', 'video');

-- CreateEnum
CREATE TYPE "appointment_audience" AS ENUM ('open', 'service', 'invitation');

-- CreateEnum
CREATE TYPE "meeting_state" AS ENUM ('open', 'cancelled', 'taken_away');

-- CreateEnum
CREATE TYPE "booking_state" AS ENUM ('held', 'offered', 'booked', 'cancelled', 'lapsed', 'taken_away', 'kept', 'missed');

-- CreateTable
CREATE TABLE "appointment_type" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "name" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "prepare" JSONB NOT NULL,
    "audience" "appointment_audience" NOT NULL,
    "service_id" UUID,
    "system_id" UUID,
    "receiver_system_id" UUID,
    "ways" "meeting_way"[],
    "minutes" INTEGER NOT NULL,
    "step_minutes" INTEGER NOT NULL,
    "before_minutes" INTEGER NOT NULL DEFAULT 0,
    "after_minutes" INTEGER NOT NULL DEFAULT 0,
    "travel_minutes" INTEGER NOT NULL DEFAULT 0,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "needs_room" BOOLEAN NOT NULL DEFAULT false,
    "notice_minutes" INTEGER NOT NULL,
    "ahead_days" INTEGER NOT NULL,
    "change_minutes" INTEGER NOT NULL,
    "most" INTEGER NOT NULL DEFAULT 1,
    "hold_minutes" INTEGER NOT NULL DEFAULT 5,
    "earlier_minutes" INTEGER NOT NULL DEFAULT 120,
    "remind_minutes" INTEGER[] DEFAULT ARRAY[2880, 180]::INTEGER[],
    "questions" JSONB NOT NULL DEFAULT '[]',
    "is_open" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_type_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meeting_place" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "directions" JSONB NOT NULL,
    "is_step_free" BOOLEAN NOT NULL,
    "is_open" BOOLEAN NOT NULL DEFAULT true,
    "system_id" UUID,
    "external_id" TEXT,
    "told_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "meeting_place_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meeting_room" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "seats" INTEGER NOT NULL DEFAULT 4,
    "is_open" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "meeting_room_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meeting_officer" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "name_hash" BYTEA NOT NULL,
    "unit" TEXT NOT NULL,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_open" BOOLEAN NOT NULL DEFAULT true,
    "system_id" UUID,
    "external_id" TEXT,
    "told_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "meeting_officer_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "officer_type" (
    "tenant_id" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "type_id" UUID NOT NULL,

    CONSTRAINT "officer_type_pkey" PRIMARY KEY ("tenant_id","officer_id","type_id")
);

-- CreateTable
CREATE TABLE "opening" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "place_id" UUID,
    "ways" "meeting_way"[],
    "starts_on" DATE NOT NULL,
    "from_minute" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "rule" TEXT,
    "reaches_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "opening_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "opening_period" (
    "tenant_id" TEXT NOT NULL,
    "opening_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "opening_period_pkey" PRIMARY KEY ("tenant_id","opening_id","starts_at")
);

-- CreateTable
CREATE TABLE "opening_exception" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "officer_id" UUID,
    "place_id" UUID,
    "room_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "moves_booked" BOOLEAN NOT NULL DEFAULT false,
    "staff_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opening_exception_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "type_id" UUID NOT NULL,
    "way" "meeting_way" NOT NULL,
    "officer_id" UUID,
    "place_id" UUID,
    "room_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "busy_from" TIMESTAMPTZ(3) NOT NULL,
    "busy_to" TIMESTAMPTZ(3) NOT NULL,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "state" "meeting_state" NOT NULL DEFAULT 'open',
    "held_until" TIMESTAMPTZ(3),
    "system_id" UUID,
    "external_id" TEXT,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "calendar_change" (
    "tenant_id" TEXT NOT NULL,
    "changed" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "calendar_change_pkey" PRIMARY KEY ("tenant_id","changed","kind","id")
);

-- CreateTable
CREATE TABLE "booking" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "seat" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID,
    "invitation_id" UUID,
    "receiver_system_id" UUID,
    "state" "booking_state" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "moves_id" UUID,
    "change_minutes" INTEGER,
    "sealed" BYTEA,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "booked_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "needs_none_at" TIMESTAMPTZ(3),

    CONSTRAINT "booking_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "booking_event" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "reason_sealed" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "booking_event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "booking_reminder" (
    "tenant_id" TEXT NOT NULL,
    "booking_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "booking_reminder_pkey" PRIMARY KEY ("tenant_id","booking_id","starts_at","minutes")
);

-- CreateTable
CREATE TABLE "appointment_invitation" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "type_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID,
    "system_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "book_by" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "is_withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_invitation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "earlier_wish" (
    "tenant_id" TEXT NOT NULL,
    "booking_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "most" INTEGER NOT NULL DEFAULT 3,
    "offers" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "earlier_wish_pkey" PRIMARY KEY ("tenant_id","booking_id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "appointment_type_tenant_id_slug_key" ON "appointment_type"("tenant_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_place_tenant_id_system_id_external_id_key" ON "meeting_place"("tenant_id", "system_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_room_tenant_id_place_id_name_key" ON "meeting_room"("tenant_id", "place_id", "name");

-- CreateIndex
CREATE INDEX "meeting_officer_tenant_id_name_hash_idx" ON "meeting_officer"("tenant_id", "name_hash");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_officer_tenant_id_system_id_external_id_key" ON "meeting_officer"("tenant_id", "system_id", "external_id");

-- CreateIndex
CREATE INDEX "officer_type_tenant_id_type_id_idx" ON "officer_type"("tenant_id", "type_id");

-- CreateIndex
CREATE INDEX "opening_tenant_id_officer_id_idx" ON "opening"("tenant_id", "officer_id");

-- CreateIndex
CREATE INDEX "opening_exception_tenant_id_ends_at_idx" ON "opening_exception"("tenant_id", "ends_at");

-- CreateIndex
CREATE INDEX "meeting_tenant_id_officer_id_busy_from_idx" ON "meeting"("tenant_id", "officer_id", "busy_from");

-- CreateIndex
CREATE INDEX "meeting_tenant_id_busy_from_idx" ON "meeting"("tenant_id", "busy_from");

-- CreateIndex
CREATE INDEX "meeting_tenant_id_type_id_starts_at_idx" ON "meeting"("tenant_id", "type_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_tenant_id_system_id_external_id_key" ON "meeting"("tenant_id", "system_id", "external_id");

-- CreateIndex
CREATE INDEX "booking_tenant_id_person_id_starts_at_idx" ON "booking"("tenant_id", "person_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_tenant_id_meeting_id_idx" ON "booking"("tenant_id", "meeting_id");

-- CreateIndex
CREATE INDEX "booking_tenant_id_case_id_idx" ON "booking"("tenant_id", "case_id");

-- CreateIndex
CREATE INDEX "booking_event_tenant_id_booking_id_at_idx" ON "booking_event"("tenant_id", "booking_id", "at");

-- CreateIndex
CREATE INDEX "appointment_invitation_tenant_id_person_id_idx" ON "appointment_invitation"("tenant_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_invitation_tenant_id_system_id_external_id_key" ON "appointment_invitation"("tenant_id", "system_id", "external_id");

-- CreateIndex
CREATE INDEX "earlier_wish_tenant_id_since_idx" ON "earlier_wish"("tenant_id", "since");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_tenant_id_person_id_idx" ON "calendar_feed"("tenant_id", "person_id");

-- AddForeignKey
ALTER TABLE "appointment_type" ADD CONSTRAINT "appointment_type_tenant_id_receiver_system_id_fkey" FOREIGN KEY ("tenant_id", "receiver_system_id") REFERENCES "back_office_system"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_room" ADD CONSTRAINT "meeting_room_tenant_id_place_id_fkey" FOREIGN KEY ("tenant_id", "place_id") REFERENCES "meeting_place"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_type" ADD CONSTRAINT "officer_type_tenant_id_officer_id_fkey" FOREIGN KEY ("tenant_id", "officer_id") REFERENCES "meeting_officer"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_type" ADD CONSTRAINT "officer_type_tenant_id_type_id_fkey" FOREIGN KEY ("tenant_id", "type_id") REFERENCES "appointment_type"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening" ADD CONSTRAINT "opening_tenant_id_officer_id_fkey" FOREIGN KEY ("tenant_id", "officer_id") REFERENCES "meeting_officer"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening" ADD CONSTRAINT "opening_tenant_id_place_id_fkey" FOREIGN KEY ("tenant_id", "place_id") REFERENCES "meeting_place"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "opening_period" ADD CONSTRAINT "opening_period_tenant_id_opening_id_fkey" FOREIGN KEY ("tenant_id", "opening_id") REFERENCES "opening"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_tenant_id_type_id_fkey" FOREIGN KEY ("tenant_id", "type_id") REFERENCES "appointment_type"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_tenant_id_officer_id_fkey" FOREIGN KEY ("tenant_id", "officer_id") REFERENCES "meeting_officer"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_tenant_id_place_id_fkey" FOREIGN KEY ("tenant_id", "place_id") REFERENCES "meeting_place"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_tenant_id_room_id_fkey" FOREIGN KEY ("tenant_id", "room_id") REFERENCES "meeting_room"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_tenant_id_invitation_id_fkey" FOREIGN KEY ("tenant_id", "invitation_id") REFERENCES "appointment_invitation"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_tenant_id_receiver_system_id_fkey" FOREIGN KEY ("tenant_id", "receiver_system_id") REFERENCES "back_office_system"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_tenant_id_moves_id_fkey" FOREIGN KEY ("tenant_id", "moves_id") REFERENCES "booking"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "booking_event" ADD CONSTRAINT "booking_event_tenant_id_booking_id_fkey" FOREIGN KEY ("tenant_id", "booking_id") REFERENCES "booking"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_reminder" ADD CONSTRAINT "booking_reminder_tenant_id_booking_id_fkey" FOREIGN KEY ("tenant_id", "booking_id") REFERENCES "booking"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_invitation" ADD CONSTRAINT "appointment_invitation_tenant_id_type_id_fkey" FOREIGN KEY ("tenant_id", "type_id") REFERENCES "appointment_type"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_invitation" ADD CONSTRAINT "appointment_invitation_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_invitation" ADD CONSTRAINT "appointment_invitation_tenant_id_case_id_fkey" FOREIGN KEY ("tenant_id", "case_id") REFERENCES "cases"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "earlier_wish" ADD CONSTRAINT "earlier_wish_tenant_id_booking_id_fkey" FOREIGN KEY ("tenant_id", "booking_id") REFERENCES "booking"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language can't say ------------------------------------------------------------------------------
do $$
declare
  t text;
begin
  foreach t in array array[
    'appointment_invitation', 'appointment_type', 'booking', 'booking_event', 'booking_reminder', 'calendar_change', 'calendar_feed',
    'earlier_wish', 'meeting', 'meeting_officer', 'meeting_place', 'meeting_room', 'officer_type', 'opening', 'opening_exception', 'opening_period'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_tenant on %I using (tenant_id = current_setting(''app.tenant_id'', true))
         with check (tenant_id = current_setting(''app.tenant_id'', true))', t);
    execute format('grant select on %I to minasidor_readonly', t);
    execute format('grant select, insert on %I to minasidor_app', t);
  end loop;
end
$$;

-- When a meeting is, and with whom, stands: another time is another meeting. Write-once: booking_event, booking_reminder.
grant update on appointment_type, meeting_place, meeting_room, meeting_officer, opening to minasidor_app;
grant update (state, held_until, told_at, seats) on meeting to minasidor_app;
grant update (meeting_id, seat, state, starts_at, ends_at, held_until, moves_id, change_minutes, sealed, sequence, booked_at, ended_at, needs_none_at, receiver_system_id) on booking to minasidor_app;
grant update (book_by, sealed, hash, is_withdrawn) on appointment_invitation to minasidor_app;
grant update (since, most, offers, ended_at) on earlier_wish to minasidor_app;
grant update (read_at, ended_at) on calendar_feed to minasidor_app;
grant delete on officer_type, opening, opening_period, opening_exception, calendar_change to minasidor_app;

-- Nobody is in two meetings, whatever the code does: an officer or a room claims its time with all that belongs to it
-- (buffers, travel), and a person the meeting's own.
create extension if not exists btree_gist;
alter table meeting add constraint meeting_officer_once
  exclude using gist (tenant_id with =, officer_id with =, tstzrange(busy_from, busy_to) with &&)
  where (state = 'open' and officer_id is not null);
alter table meeting add constraint meeting_room_once
  exclude using gist (tenant_id with =, room_id with =, tstzrange(busy_from, busy_to) with &&)
  where (state = 'open' and room_id is not null);
alter table booking add constraint booking_person_once
  exclude using gist (tenant_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&)
  where (state = 'booked');
create unique index booking_seat_once on booking (tenant_id, meeting_id, seat)
  where state in ('held', 'offered', 'booked', 'kept', 'missed');

-- Reminders look each minute for what is to come, among all that ever was.
create index booking_to_come on booking (tenant_id, starts_at) where state = 'booked';
-- One address for calendars leads to her at a time.
create unique index calendar_feed_one on calendar_feed (tenant_id, person_id) where ended_at is null;

alter table meeting add constraint meeting_times
  check (starts_at < ends_at and busy_from <= starts_at and busy_to >= ends_at and seats > 0);
-- So that what is taken at a time is found by when it began to be (queries/load-calendars.ts).
alter table meeting add constraint meeting_length check (busy_to - busy_from <= interval '3 days');
alter table meeting add constraint meeting_facts
  check ((system_id is null) = (external_id is null) and (held_until is null or state = 'open'));
alter table booking add constraint booking_facts check (
  seat > 0 and (state in ('held', 'offered')) = (held_until is not null)
  and (state in ('cancelled', 'lapsed', 'taken_away')) = (ended_at is not null)
  and (moves_id is null or state in ('held', 'offered', 'cancelled', 'lapsed', 'taken_away'))
  and (state not in ('booked', 'kept', 'missed') or booked_at is not null)
  and (needs_none_at is null or state = 'taken_away'));
alter table booking_event add constraint booking_event_by check (by in ('resident', 'office', 'rule'));
alter table opening add constraint opening_times
  check (from_minute between 0 and 1439 and minutes between 5 and 1440);
alter table opening_period add constraint opening_period_times check (starts_at < ends_at);
alter table opening_exception add constraint opening_exception_times check (starts_at < ends_at);
alter table appointment_type add constraint appointment_type_limits check (
  minutes between 5 and 1440 and step_minutes between 5 and 1440 and before_minutes between 0 and 480
  and after_minutes between 0 and 480 and travel_minutes between 0 and 480 and seats > 0 and notice_minutes >= 0 and ahead_days between 1 and 366 and change_minutes >= 0
  and most > 0 and hold_minutes between 1 and 60 and earlier_minutes between 5 and 10080 and cardinality(ways) > 0);
-- What a system publishes is its own to know.
alter table appointment_type add constraint appointment_type_receiver check (system_id is null or receiver_system_id is null);
alter table appointment_type add constraint appointment_type_service check (audience <> 'service' or service_id is not null);

-- A seat is one of its meeting's, and its times are the meeting's: set here, so that nobody can write others.
create function booking_follows_meeting() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  m public.meeting;
begin
  select * into m from public.meeting where tenant_id = new.tenant_id and id = new.meeting_id for share;
  if new.seat > m.seats or m.state <> 'open' then
    raise exception 'the meeting has no such seat' using errcode = 'check_violation';
  end if;
  new.starts_at := m.starts_at;
  new.ends_at := m.ends_at;
  return new;
end
$$;
create trigger booking_follows_meeting before insert or update of meeting_id, seat, state, starts_at, ends_at on booking
  for each row when (new.state in ('held', 'offered', 'booked')) execute function booking_follows_meeting();

-- And the other way round: only an open meeting claims its officer and its room, so it stays open while somebody is booked
-- in it, and no seat goes that is taken. Asked when the statement is done, of the few that close a meeting or take seats from it.
create function meeting_keeps_its_seats() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.booking b
              where b.tenant_id = new.tenant_id and b.meeting_id = new.id
                and (b.state = 'booked' and new.state <> 'open'
                  or b.state in ('held', 'offered', 'booked', 'kept', 'missed') and b.seat > new.seats)) then
    raise exception 'the meeting has a seat that is taken' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger meeting_keeps_its_seats after update of state, seats on meeting
  for each row when (new.state <> 'open' and old.state = 'open' or new.seats < old.seats) execute function meeting_keeps_its_seats();

-- What has changed in calendars, by the transaction that changed it, for whoever remembers them (lib/appointments/queries/known-calendars.ts).
-- Each change of what decides which times are free is noted in the transaction that makes it, whoever makes it.
alter table calendar_change add constraint calendar_change_kind check (kind in ('meeting', 'hours', 'all'));
create function note_calendar_change(tenant text, kind text, id uuid) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.calendar_change values (tenant, pg_current_xact_id()::text::bigint, kind, id) on conflict do nothing;
end
$$;

create function meeting_changes() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform public.note_calendar_change(coalesce(new.tenant_id, old.tenant_id), 'meeting', coalesce(new.id, old.id));
  return null;
end
$$;
create trigger meeting_changes after insert or delete or update of type_id, way, officer_id, place_id, room_id, starts_at, ends_at,
  busy_from, busy_to, seats, state, held_until, system_id on meeting for each row execute function meeting_changes();

-- A seat that is taken, or free again, is a change of its meeting, and of the one it was in before.
create function seat_changes() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    perform public.note_calendar_change(old.tenant_id, 'meeting', old.meeting_id);
  end if;
  if tg_op = 'INSERT' or tg_op = 'UPDATE' and new.meeting_id <> old.meeting_id then
    perform public.note_calendar_change(new.tenant_id, 'meeting', new.meeting_id);
  end if;
  return null;
end
$$;
create trigger seat_changes after insert or delete or update of meeting_id, state, held_until on booking
  for each row execute function seat_changes();

create function hours_change() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  r jsonb := to_jsonb(coalesce(new, old));
begin
  perform public.note_calendar_change(r ->> 'tenant_id', 'hours', (r ->> tg_argv[0])::uuid);
  return null;
end
$$;
create trigger hours_change after insert or delete or update of officer_id, place_id, ways on opening
  for each row execute function hours_change('id');
create trigger hours_change after insert or delete or update on opening_period
  for each row execute function hours_change('opening_id');
create trigger hours_change after insert or delete or update on opening_exception
  for each row execute function hours_change('id');
create trigger hours_change after insert or delete or update on officer_type
  for each row execute function hours_change('officer_id');
create trigger hours_change after insert or delete or update of place_id, seats, is_open on meeting_room
  for each row execute function hours_change('id');
-- Officers and places come into it by what is theirs (above). A system tells of its own again with each time it publishes.
create trigger hours_change after update of is_open on meeting_officer
  for each row when (old.is_open <> new.is_open) execute function hours_change('id');
create trigger hours_change after update of is_open on meeting_place
  for each row when (old.is_open <> new.is_open) execute function hours_change('id');
create trigger hours_change after update of system_id on appointment_type
  for each row when (old.system_id is distinct from new.system_id) execute function hours_change('id');
