import type { Language } from '@entente/agreement';
import type { EventEnvelope, Fact } from '@entente/event-sourcing';

import type { Voice } from './voice.js';

/** How one type of event is told: a whole sentence in each language. */
export type Sentence<F extends Fact<string, object>> = Readonly<
  Record<Language, (event: EventEnvelope<F>, voice: Voice) => string>
>;

/** One for each type of a union of facts; a type without one does not compile. */
export type Sentences<F extends Fact<string, object>> = {
  readonly [Type in F['type']]: Sentence<Extract<F, { readonly type: Type }>>;
};
