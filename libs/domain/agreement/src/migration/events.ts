import type { Fact } from '@entente/event-sourcing';

import type { LocalText, StageName } from '../words.js';

/** From here on it goes by the other definition. What that says of the stage stands here too, as with a stage change. */
export type DefinitionMigrated = Fact<
  'DefinitionMigrated',
  {
    /** `name@version`. */
    readonly from: string;
    readonly to: string;
    readonly fromStage: StageName;
    /** The same stage, as the other definition names it. */
    readonly stage: StageName;
    readonly title: LocalText;
    readonly activities: readonly string[];
    readonly moves: readonly string[];
  }
>;
