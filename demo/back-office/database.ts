import { Client, Pool, type PoolClient } from 'pg';

// A system of its own: it shares nothing with the portal, not even habits. Safe to run at every start.
const SCHEMA = `
create table if not exists case_file (
  id serial primary key,
  municipality text not null,
  portal_case_id uuid not null,
  portal_number text not null,
  number text not null default '',
  applicant jsonb not null,
  application jsonb not null,
  is_protected boolean not null,
  phase text not null default 'new',
  officer jsonb,
  received_at timestamptz not null default now(),
  unique (municipality, portal_case_id)
);
create table if not exists delivery (
  id uuid primary key,
  case_id int not null references case_file,
  stored_at timestamptz not null default now()
);
create table if not exists supplement (
  id serial primary key,
  case_id int not null references case_file,
  external_id text not null,
  text text not null,
  items jsonb not null,
  due_on date not null,
  asked_at timestamptz not null default now(),
  asked_by text not null,
  answered_at timestamptz,
  unique (case_id, external_id)
);
create table if not exists supplement_part (
  id serial primary key,
  supplement_id int not null references supplement,
  number int not null,
  is_last boolean not null,
  items jsonb not null,
  sent_at timestamptz not null,
  unique (supplement_id, number)
);
create table if not exists comment_round (
  id serial primary key,
  case_id int not null references case_file,
  external_id text not null,
  text text not null,
  due_on date not null,
  document_name text,
  asked_by text not null,
  withdrawn_at timestamptz,
  unique (case_id, external_id)
);
create table if not exists comment (
  id serial primary key,
  round_id int not null references comment_round,
  number int not null,
  kind text not null,
  text text not null,
  sent_at timestamptz not null,
  unique (round_id, number)
);
create table if not exists appeal (
  id serial primary key,
  case_id int not null references case_file,
  portal_id uuid not null unique,
  decision text not null,
  content jsonb not null
);
create table if not exists document (
  id serial primary key,
  case_id int not null references case_file,
  supplement_id int references supplement,
  portal_file_id uuid not null unique,
  name text not null,
  media_type text not null,
  state text not null default 'not-scanned',
  content bytea
);
alter table document add column if not exists state text not null default 'not-scanned';
alter table document alter column content drop not null;
alter table document add column if not exists part_id int references supplement_part;
alter table document add column if not exists field text;
alter table document add column if not exists appeal_id int references appeal;
alter table document add column if not exists comment_id int references comment;
create table if not exists decision (
  id serial primary key,
  case_id int not null references case_file,
  external_id text not null,
  outcome text not null,
  decided_on date not null,
  decided text not null,
  reasons text not null,
  document_name text,
  decided_by text not null,
  unique (case_id, external_id)
);
alter table decision add column if not exists matter text not null default 'application';
create table if not exists delay_notice (
  id serial primary key,
  case_id int not null references case_file,
  external_id text not null,
  reason text not null,
  expected_on date,
  told_by text not null,
  unique (case_id, external_id)
);
create table if not exists delay_request (
  case_id int primary key references case_file,
  requested_on date not null,
  answer_by date not null,
  reasons text
);
create table if not exists more_time (
  portal_id uuid primary key,
  case_id int not null references case_file,
  about text not null,
  external_id text not null,
  wished_on date not null,
  reason text not null,
  sent_at timestamptz not null,
  outcome text,
  due_on date,
  refusal text,
  answered_by text
);
create table if not exists offer (
  id serial primary key,
  case_id int not null references case_file,
  external_id text not null,
  home text not null,
  said jsonb not null,
  state text not null default 'open',
  reason text,
  ended_at timestamptz,
  made_by text not null,
  made_at timestamptz not null default now(),
  unique (case_id, external_id)
);
create table if not exists booking (
  portal_id uuid primary key,
  municipality text not null,
  case_id int references case_file,
  starts_at timestamptz not null,
  content jsonb not null
);
create table if not exists withdrawal (
  delivery_id uuid primary key,
  case_id int not null references case_file,
  scope text not null,
  others_have_signed boolean not null,
  drops text,
  keeps text,
  reason text,
  signed_at timestamptz not null
);
create table if not exists message (
  id serial primary key,
  municipality text not null,
  case_id int references case_file,
  thread_id uuid,
  portal_message_id uuid unique,
  author text not null,
  subject text,
  service text,
  text text not null,
  addressee jsonb,
  written_by text not null,
  written_at timestamptz not null default now(),
  read_at timestamptz,
  read_by text
);
alter table document add column if not exists message_id int references message;
alter table document alter column case_id drop not null;
alter table delivery alter column case_id drop not null;
create table if not exists outbox (
  id bigserial primary key,
  municipality text not null,
  case_id int not null references case_file,
  method text not null,
  path text not null,
  body jsonb not null,
  what text not null,
  state text not null default 'waiting',
  attempts int not null default 0,
  next_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
alter table outbox alter column case_id drop not null;
create index if not exists outbox_waiting on outbox (case_id, id) where state = 'waiting';
create table if not exists heard_webhook (
  id text not null,
  timestamp text not null,
  primary key (id, timestamp)
);
create table if not exists power (
  only_row boolean primary key default true check (only_row),
  off_until timestamptz not null
);
`;

export async function openDatabase(url: string): Promise<Pool> {
  await createDatabaseIfMissing(url);
  const pool = new Pool({ connectionString: url, max: 5 });
  // A connection that dies while it rests is replaced at the next query.
  pool.on('error', () => {});
  await pool.query(SCHEMA);
  return pool;
}

async function createDatabaseIfMissing(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const elsewhere = new URL(url);
  elsewhere.pathname = '/postgres';
  const client = new Client({ connectionString: elsewhere.href, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
