import type { ColumnType } from 'kysely';

/** jsonb: read as it was, written as text, because the driver would take a list for an array of PostgreSQL's. */
export type Json<T> = ColumnType<T, JsonText<T>, JsonText<T>>;
type JsonText<T> = null extends T ? string | null : string;

/** text[] */
export type Texts = ColumnType<string[], readonly string[], readonly string[]>;
