import { useRef, useState } from 'react';

import type { BoardRow } from '../../../api/types.js';

export interface Selection {
  /** In the order in which they are shown; what is no longer shown is not chosen either. */
  readonly chosen: readonly BoardRow[];
  readonly has: (agreementId: string) => boolean;
  /** With `through`, all from the one chosen last. */
  readonly choose: (agreementId: string, on: boolean, through: boolean) => void;
  readonly chooseAll: (on: boolean) => void;
}

export function useSelection(rows: readonly BoardRow[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  const placeOf = (id: string | undefined): number => rows.findIndex(({ agreementId }) => agreementId === id);
  const change = (changed: readonly BoardRow[], on: boolean): void => {
    const next = new Set(ids);
    for (const { agreementId } of changed) {
      if (on) next.add(agreementId);
      else next.delete(agreementId);
    }
    setIds(next);
  };
  return {
    chosen: rows.filter(({ agreementId }) => ids.has(agreementId)),
    has: (agreementId) => ids.has(agreementId),
    choose: (agreementId, on, through) => {
      const here = placeOf(agreementId);
      const from = through ? placeOf(last.current) : -1;
      last.current = agreementId;
      const ends = from === -1 ? [here, here] : [Math.min(from, here), Math.max(from, here)];
      change(rows.slice(ends[0], (ends[1] ?? here) + 1), on);
    },
    chooseAll: (on) => (on ? change(rows, true) : setIds(new Set())),
  };
}
