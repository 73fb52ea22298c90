import { useQuery } from '@tanstack/react-query';

import { definitionsQuery } from '../api/queries.js';
import type { StageName } from '../api/types.js';
import { knownStage, plainName } from '../format/stages.js';
import { useWords } from '../i18n/index.js';

/** Names of stages in the reader's language; definitions are asked for only when one is not a letter of intent's. */
export function useStageNames(stages: readonly StageName[]): (stage: StageName) => string {
  const { t, local } = useWords();
  const { data } = useQuery({
    ...definitionsQuery(),
    enabled: stages.some((stage) => knownStage(stage) === undefined),
  });
  return (stage) => {
    const known = knownStage(stage);
    if (known) return t(`stage.${known}`);
    const defined = data?.items.flatMap((definition) => definition.stages).find(({ name }) => name === stage);
    return defined ? local(defined.title) : plainName(stage);
  };
}
