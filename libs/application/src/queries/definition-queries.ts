import type { StageName, WorkflowDefinition } from '@entente/agreement';
import { Query } from '@nestjs/cqrs';

import type { Freshness } from './page.js';
import type { Asked } from './queries.js';

export interface DefinitionList {
  readonly items: readonly WorkflowDefinition[];
  readonly freshness: Freshness;
}

/** Those shipped, then those published in the viewer's space, by name and version. */
export class ListDefinitions extends Query<DefinitionList> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** How many letters go by a definition, of those that the viewer may see. */
export interface LettersUnder {
  /** `name@version`. */
  readonly definition: string;
  readonly inFlight: number;
  readonly ended: number;
}

export interface LettersByDefinition {
  /** Only definitions that some go by. */
  readonly items: readonly LettersUnder[];
  readonly freshness: Freshness;
}

export class CountLettersByDefinition extends Query<LettersByDefinition> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** An agreement in flight, and the definition it goes by. */
export interface AgreementUnder {
  readonly agreementId: string;
  readonly number: string | null;
  readonly stage: StageName;
  /** `name@version`. */
  readonly definition: string;
}

export interface AgreementsUnder {
  readonly items: readonly AgreementUnder[];
  /** The id to go on after; null: these were the last ones. */
  readonly next: string | null;
  /** Of all pages. */
  readonly total: number;
  readonly freshness: Freshness;
}

/** Those in flight that go by the definition, by their ids. */
export class ListAgreementsUnder extends Query<AgreementsUnder> {
  constructor(
    readonly asked: Asked,
    /** `name@version`. */
    readonly definition: string,
    readonly page: { readonly after?: string; readonly limit: number },
  ) {
    super();
  }
}
