import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';

import { replayQuery } from '../../../api/queries.js';
import type { HistoryLine, StageName } from '../../../api/types.js';

/** Where on the way through the revisions a stage began. */
export interface StageMark {
  readonly revision: number;
  readonly stage: StageName;
  readonly since: string;
}

/** Asks for the states at which the stage changed: a handful per letter, and the past is kept once known. */
export function useStageMarks(agreementId: string, lines: readonly HistoryLine[]): readonly StageMark[] {
  const revisions = useMemo(() => stageChanges(lines), [lines]);
  return useQueries({
    queries: revisions.map((revision) => replayQuery(agreementId, revision)),
    combine: (replays) =>
      replays.flatMap(({ data }) =>
        data
          ? [{ revision: data.revision, stage: data.agreement.stage, since: data.agreement.stageSince }]
          : [],
      ),
  });
}

const stageChanges = (lines: readonly HistoryLine[]): number[] =>
  lines
    .filter(({ retracted }) => retracted === null)
    .flatMap(({ events }) => events.filter(({ type }) => type === 'StageEntered'))
    .map(({ revision }) => revision)
    .sort((a, b) => a - b);
