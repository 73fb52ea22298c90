import { NumberIndex } from '@entente/application';
import { isWellFormed } from '@entente/canonical';
import type { Database } from '@entente/platform';

import type { ViewsTables } from '../tables.js';

export class BoardNumberIndex extends NumberIndex {
  constructor(private readonly database: Database) {
    super();
  }

  override async agreementIdOf(space: string, number: string): Promise<string | undefined> {
    if (!isWellFormed(number)) return undefined;
    const row = await this.database
      .tables<ViewsTables>()
      .selectFrom('views.agreement_board')
      .select('agreement_id')
      .where('space', '=', space)
      .where('number', '=', number)
      .orderBy('agreement_id')
      .executeTakeFirst();
    return row?.agreement_id;
  }
}
