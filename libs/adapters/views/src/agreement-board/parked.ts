import type { Viewer } from '@entente/access';
import type { ViewStatus } from '@entente/application';
import { parseStreamName } from '@entente/event-sourcing';
import { sql, type SelectQueryBuilder } from 'kysely';

import { seesWholeSpace } from './filter.js';
import type { AgreementBoardTable } from './table.js';

/** Streams of a space whose later events the view leaves out. */
export async function parkedLetters(
  status: ViewStatus,
  space: string,
  view: string,
): Promise<readonly string[]> {
  const parked = await status.parked({ consumer: view });
  return parked.map(({ stream }) => stream).filter((stream) => parseStreamName(stream).space === space);
}

/** How many of them the viewer may see. One that was parked from its beginning has no row that would tell whose it is. */
export async function countVisible(
  streams: readonly string[],
  viewer: Viewer,
  visible: SelectQueryBuilder<{ board: AgreementBoardTable }, 'board', object>,
): Promise<number> {
  if (streams.length === 0 || seesWholeSpace(viewer)) return streams.length;
  const { count } = await visible
    .where('board.stream', '=', sql<string>`any(${[...streams]}::text[])`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
