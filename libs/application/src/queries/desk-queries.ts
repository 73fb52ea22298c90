import { Query } from '@nestjs/cqrs';

import type { DeskDetail, DeskList, PersonDetail } from './directory-answers.js';
import type { Asked } from './queries.js';

/** The desks of a space, the first one first; undefined when the viewer may not see them. */
export class ListDesks extends Query<DeskList | undefined> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** Whose a desk was on a local day (YYYY-MM-DD; absent: today); undefined when there is none the viewer may see. */
export class GetDesk extends Query<DeskDetail | undefined> {
  constructor(
    readonly asked: Asked,
    readonly deskId: string,
    readonly on: string | undefined,
  ) {
    super();
  }
}

/** Undefined when there is none. */
export class GetPerson extends Query<PersonDetail | undefined> {
  constructor(
    readonly asked: Asked,
    readonly personId: string,
  ) {
    super();
  }
}
