import type { Fact } from '@entente/event-sourcing';

import type { AttributeValue, LocalText } from '../words.js';

/** Those that changed; null was taken away. */
export type AttributesSet = Fact<
  'AttributesSet',
  {
    readonly values: Readonly<Record<string, AttributeValue | null>>;
    /** What the definition calls them, and the value where it has a word of its own. */
    readonly labels: Readonly<Record<string, { readonly title: LocalText; readonly value?: LocalText }>>;
    /** Why they were put right, once the stages that ask for them were over. */
    readonly reason?: string | null;
  }
>;
