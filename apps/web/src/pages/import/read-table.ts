/** As much as the API takes at once. */
const MAX_CHARACTERS = 900_000;

export type Table = { readonly name: string } & (
  { readonly csv: string } | { readonly problem: 'notUtf8' | 'tooLarge' }
);

/** Spreadsheets of some countries save another encoding unless told otherwise: guessed at, names would be nonsense. */
export async function readTable(file: Pick<File, 'name' | 'arrayBuffer'>): Promise<Table> {
  const { name } = file;
  try {
    const csv = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return csv.length > MAX_CHARACTERS ? { name, problem: 'tooLarge' } : { name, csv };
  } catch {
    return { name, problem: 'notUtf8' };
  }
}
