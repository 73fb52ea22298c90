import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/** Before that a statement may be one of many that come once. */
const OFTEN = 10;
/** Each is kept on every connection, by the server. */
const STATEMENTS = 100;

/** What a later migration may change is what a statement answers; those that write answer nothing, or what they name. */
const WRITES = /^\s*(?:insert|update|delete|with\b[^]*\breturning)\b/iu;

/**
 * For Kysely, which sends each statement as if it were the first of its kind: a write that comes again and again is
 * prepared once on each connection, since planning it took half the time of writing a few rows.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const statements = new Statements();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      // One for each connection's life: Kysely knows its connections by it.
      const prepared = known.get(client) ?? new PreparingClient(client, statements);
      known.set(client, prepared);
      return prepared;
    },
  };
}

class PreparingClient implements PostgresPoolClient {
  constructor(
    private readonly client: pg.PoolClient,
    private readonly statements: Statements,
  ) {}

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new TypeError('this connection has no cursors');
    const name = parameters.length > 0 ? this.statements.nameOf(text) : undefined;
    const values = [...parameters];
    const asked = this.client.query(name === undefined ? { text, values } : { name, text, values });
    // Kysely's own type of what pg answers; it is given the same without us.
    return asked as Promise<unknown> as Promise<PostgresQueryResult<R>>;
  }

  release(destroy?: boolean): void {
    this.client.release(destroy);
  }
}

/** Names for the statements that come often. */
export class Statements {
  readonly #seen = new Map<string, number>();
  readonly #names = new Map<string, string>();

  nameOf(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= STATEMENTS || !WRITES.test(text)) return name;
    const times = (this.#seen.get(text) ?? 0) + 1;
    this.#seen.set(text, times);
    if (times >= OFTEN) {
      this.#seen.delete(text);
      this.#names.set(text, `entente.${this.#names.size + 1}`);
    } else if (this.#seen.size > STATEMENTS) {
      // Those that come often will be back soon.
      this.#seen.clear();
    }
    return this.#names.get(text);
  }
}
