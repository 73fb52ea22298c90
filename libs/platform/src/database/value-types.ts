import pg, { type CustomTypesConfig } from 'pg';

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
    return value;
  },
  // pg would make it midnight in the process's zone, which is another day in UTC.
  [pg.types.builtins.DATE]: (text) => text,
};

/** How values of PostgreSQL come to us: bigint as number (refused above 2^53), date as YYYY-MM-DD. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: ((oid: Parameters<typeof pg.types.getTypeParser>[0], format: 'text') =>
    parsers[oid] ?? (pg.types.getTypeParser(oid, format) as unknown)) as CustomTypesConfig['getTypeParser'],
};
