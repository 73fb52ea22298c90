import type { LocalText } from '@entente/agreement';
import type { Answer, ToldMeans } from '@entente/reminder';
import { Query } from '@nestjs/cqrs';

import type { Asked } from './queries.js';

/** One of those who are reminded of a deadline, and what they said. */
export interface RemindedPersonRow {
  readonly positionId: string;
  readonly title: LocalText | null;
  /** The party whose position it is; null: the coordinators'. */
  readonly organisationId: string | null;
  /** Null: nobody is there to be reminded. */
  readonly person: { readonly personId: string; readonly name: LocalText | null } | null;
  /** The viewer answers for them. */
  readonly isViewer: boolean;
  readonly answer: {
    readonly kind: Answer['kind'];
    readonly at: string;
    readonly until: string | null;
  } | null;
  readonly handedOver: {
    readonly toPositionId: string | null;
    readonly toTitle: LocalText | null;
    /** Null: none was said, or it was erased. */
    readonly word: string | null;
    readonly at: string;
  } | null;
  readonly byHand: readonly {
    readonly personId: string;
    readonly means: ToldMeans;
    readonly at: string;
    readonly promised: boolean;
    readonly note: string | null;
  }[];
}

export interface RemindedPeople {
  readonly items: readonly RemindedPersonRow[];
  /** The days until which the viewer could put it off; null: none. */
  readonly snooze: { readonly first: string; readonly last: string } | null;
}

/** Those reminded of one deadline whom the viewer may know of; undefined when there is no such deadline. */
export class ListRemindedPeople extends Query<RemindedPeople | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
    readonly deadlineId: string,
  ) {
    super();
  }
}

/** What a coordinator passes on by hand. */
export interface MessageToCopy {
  readonly language: 'zh' | 'en';
  readonly text: string;
  readonly url: string;
}

/** Undefined: there is no such deadline or nobody to be reminded; the link is made for whoever is. */
export class GetMessageToCopy extends Query<MessageToCopy | 'not-allowed' | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
    readonly deadlineId: string,
    readonly positionId: string,
  ) {
    super();
  }
}
