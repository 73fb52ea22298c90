import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';

import { historyQuery, replayQuery, rows } from '../../../api/queries.js';
import type { AgreementDetail, AgreementReplay, HistoryEvent, HistoryLine } from '../../../api/types.js';
import { useSettled } from '../../../parts/use-settled.js';
import { useStageMarks, type StageMark } from './use-stage-marks.js';

export interface Replay {
  /** The revision the reader wants to see; null: now. */
  readonly revision: number | null;
  /** The state at a past revision; for a moment still the former one while the next is on its way. */
  readonly past: AgreementReplay | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly show: (revision: number | null) => void;
  /** Newest first, as far as loaded. */
  readonly lines: readonly HistoryLine[];
  readonly eventAt: (revision: number) => HistoryEvent | undefined;
  readonly marks: readonly StageMark[];
}

/** The address holds the revision, so that a moment can be sent to someone. */
export function useReplay({ agreementId, revision: last }: AgreementDetail): Replay {
  const [revision, show] = useRevisionInAddress(last);
  const settled = useSettled(revision, 90);
  const state = useQuery({
    ...replayQuery(agreementId, settled ?? last),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  });
  const history = useInfiniteQuery(historyQuery(agreementId));
  const lines = useMemo(() => rows(history.data), [history.data]);
  const events = useMemo(
    () => new Map(lines.flatMap((line) => line.events.map((event) => [event.revision, event] as const))),
    [lines],
  );
  return {
    revision,
    past: revision === null ? undefined : state.data,
    error: revision === null ? null : state.error,
    retry: () => void state.refetch(),
    show,
    lines,
    eventAt: (one) => events.get(one),
    marks: useStageMarks(agreementId, lines),
  };
}

function useRevisionInAddress(last: number) {
  const [params, setParams] = useSearchParams();
  const [revision, setRevision] = useState(() => revisionIn(params.get('revision'), last));
  const settled = useSettled(revision, 200);
  useEffect(() => {
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (settled === null) next.delete('revision');
        else next.set('revision', String(settled));
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [settled, setParams]);
  const show = useCallback(
    (next: number | null) => {
      setRevision(next === null || next >= last ? null : Math.max(0, next));
    },
    [last],
  );
  return [revision, show] as const;
}

function revisionIn(param: string | null, last: number): number | null {
  if (param === null || !/^\d{1,9}$/.test(param)) return null;
  return Number(param) < last ? Number(param) : null;
}
