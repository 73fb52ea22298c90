import { useQuery } from '@tanstack/react-query';

import { definitionsQuery } from '../api/queries.js';
import type { StageName } from '../api/types.js';
import { knownStage, plainName } from '../format/stages.js';
import { useWords } from '../i18n/index.js';

/** A stage, and the definition by which a letter is in it, where that is known: `name@version`. */
export interface StageOf {
  readonly stage: StageName;
  readonly definition?: string | null;
}

/**
 * Names of stages in the reader's language, as the letter's own definition calls them. Those of letters of intent are
 * words of ours; definitions are asked for only when another's are among them.
 */
export function useStageNames(stages: readonly StageOf[]): (stage: StageOf) => string {
  const { t, local } = useWords();
  const { data } = useQuery({
    ...definitionsQuery(),
    enabled: stages.some((one) => ownWord(one) === undefined),
  });
  return (one) => {
    const known = ownWord(one);
    if (known) return t(`stage.${known}`);
    const { stage, definition } = one;
    const items = data?.items ?? [];
    const own = items.filter(({ name, version }) => `${name}@${version}` === definition);
    const defined = [...own, ...items].flatMap(({ stages }) => stages).find(({ name }) => name === stage);
    const word = knownStage(stage);
    if (own.length === 0 && word) return t(`stage.${word}`);
    return defined ? local(defined.title) : plainName(stage);
  };
}

const OURS = 'letter-of-intent@1';
/** Ends that any letter may come to have no title in a definition. */
const EVERYWHERE: readonly StageName[] = ['voided', 'expired'];

function ownWord({ stage, definition = null }: StageOf) {
  const isOurs = definition === null || definition === '' || definition === OURS;
  return isOurs || EVERYWHERE.includes(stage) ? knownStage(stage) : undefined;
}
