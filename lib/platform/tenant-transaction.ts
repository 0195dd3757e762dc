import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Pool, type PoolClient, type QueryResult } from 'pg';
import { isStaleStatement } from './errors';
import type { Prisma } from './generated/client';
import { executed, prepareOn } from './prepared-statements';

/** As pg's own; whoever begins a transaction within `around` has its connection taken by that. */
export class TransactionPool extends Pool {
  // Its own and not this file's, which is in the bundle of the pages and again in that of the routes.
  private readonly beginning = new AsyncLocalStorage<TenantTransaction>();
  private readonly known = new WeakMap<PoolClient, Set<string>>();

  around<T>(transaction: TenantTransaction, work: () => Promise<T>): Promise<T> {
    return this.beginning.run(transaction, work);
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Parameters<Pool['connect']>[0]): void;
  override connect(callback?: Parameters<Pool['connect']>[0]): Promise<PoolClient> | undefined {
    if (callback) {
      super.connect(callback);
      return undefined;
    }
    const transaction = this.beginning.getStore();
    const connected = super.connect();
    return transaction?.isWaiting ? connected.then((connection) => transaction.take(connection)) : connected;
  }

  /** What a connection has prepared it keeps as long as it lives, whatever becomes of the transaction. */
  prepare(connection: PoolClient, text: string): Promise<void> {
    const known = this.known.get(connection) ?? new Set();
    this.known.set(connection, known);
    return prepareOn(connection, known, text);
  }
}

/**
 * A transaction of the client's, on its connection: it begins when something is asked, and with `rows` in the same
 * journey; it ends in the same journey as what is written last, and statements can travel together. A journey to the
 * database costs more than most that it carries (decision 0150).
 */
export class TenantTransaction {
  isWaiting = true;
  private connection: PoolClient | null = null;
  private begun: Promise<unknown> | null = null;
  private last: readonly Prisma.Sql[] = [];
  /** why the connection is of no use to the next */
  private stale: Error | undefined;

  /** @param begin what begins it, in SQL */
  constructor(
    private readonly pool: Pick<TransactionPool, 'prepare'>,
    private readonly begin: string,
  ) {}

  /** The connection as the client's adapter sees it. */
  take(connection: PoolClient): PoolClient {
    this.isWaiting = false;
    this.connection = connection;
    // All that the adapter asks of a connection.
    const asSeen: Pick<PoolClient, 'query' | 'release' | 'on' | 'removeListener'> = {
      query: ((asked: { text: string }) => this.query(asked)) as PoolClient['query'],
      release: (error) => {
        // Whoever asks after this is refused: the connection is somebody else's.
        this.connection = null;
        connection.release(error ?? this.stale);
      },
      on: connection.on.bind(connection),
      removeListener: connection.removeListener.bind(connection),
    };
    return asSeen as PoolClient;
  }

  /** Rows of several statements that travel together. Each sees what was committed before it began, as if it came alone. */
  async rows(statements: readonly Prisma.Sql[]): Promise<unknown[][]> {
    const connection = this.open();
    for (const { text } of statements) await this.pool.prepare(connection, text);
    const results = await this.send(statements.map(executed));
    return results.slice(-statements.length).map(({ rows }) => rows);
  }

  /** What is to travel with the commit. */
  endWith(statements: readonly Prisma.Sql[]): void {
    this.last = statements;
  }

  private open(): PoolClient {
    if (!this.connection) throw new Error('This transaction is over');
    return this.connection;
  }

  private async query(asked: { text: string }): Promise<unknown> {
    switch (asked.text) {
      case 'BEGIN':
        return NOTHING;
      case 'COMMIT':
        return this.commit();
      case 'ROLLBACK':
        return this.rollback();
      default:
        await (this.begun ?? this.send([]));
        return this.open().query(asked);
    }
  }

  /** Several statements as one message; the first of all begins the transaction. */
  private async send(statements: readonly string[]): Promise<QueryResult[]> {
    const connection = this.open();
    if (this.begun) {
      await this.begun;
      return resultsOf(await this.answer(this.open().query(statements.join(';\n'))));
    }
    const sent = this.answer(connection.query([this.begin, ...statements].join(';\n')));
    this.begun = sent;
    return resultsOf(await sent);
  }

  /** A statement that would fail on this connection for ever, as when a column has become of another type: it is thrown away. */
  private async answer<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Error && isStaleStatement(error)) this.stale = error;
      throw error;
    }
  }

  /** What waits still for an answer goes on then, and must ask nothing more: outside the transaction it would stand. */
  private async rollback(): Promise<unknown> {
    const connection = this.open();
    this.connection = null;
    return this.begun ? connection.query('rollback') : NOTHING;
  }

  private async commit(): Promise<unknown> {
    const connection = this.open();
    try {
      if (!this.begun && this.last.length === 0) return NOTHING;
      for (const { text } of this.last) await this.pool.prepare(connection, text);
      const results = await this.send([...this.last.map(executed), 'commit']);
      // So it answers where a statement had failed and nobody said so: nothing of it stands.
      if (results.at(-1)?.command !== 'COMMIT') throw new Error('The transaction was taken back');
      return NOTHING;
    } catch (error) {
      // It may be in the middle of it still, and goes back to the pool; where it is broken the first error says so.
      await connection.query('rollback').catch(() => {});
      throw error;
    }
  }
}

const NOTHING = { rows: [], fields: [], rowCount: 0 };

/** pg answers one statement with its result, and several with a list of them; its types know of the first alone. */
const resultsOf = (said: QueryResult | QueryResult[]): QueryResult[] => (Array.isArray(said) ? said : [said]);
