import { useState } from 'react';

import { usePresent } from '../../../app/session.js';

export const COLUMNS = ['field', 'parties', 'stage', 'waiting', 'deadline'] as const;
export type Column = (typeof COLUMNS)[number];

export interface ShownColumns {
  readonly shows: (column: Column) => boolean;
  readonly show: (column: Column, on: boolean) => void;
}

/** Which parts of a letter its reader wants on the board; remembered by this browser for each person. */
export function useColumns(): ShownColumns {
  const { viewer } = usePresent();
  const storedAs = `entente.board.hidden.${viewer.space}/${viewer.personId}`;
  const [hidden, setHidden] = useState(() => read(storedAs));
  return {
    shows: (column) => !hidden.includes(column),
    show: (column, on) => {
      const next = COLUMNS.filter((one) => (one === column ? !on : hidden.includes(one)));
      setHidden(next);
      keep(storedAs, next);
    },
  };
}

function read(storedAs: string): readonly Column[] {
  try {
    const names = localStorage.getItem(storedAs)?.split(' ') ?? [];
    return COLUMNS.filter((column) => names.includes(column));
  } catch {
    // Storage may be closed to us (private windows).
    return [];
  }
}

function keep(storedAs: string, hidden: readonly Column[]): void {
  try {
    localStorage.setItem(storedAs, hidden.join(' '));
  } catch {
    // See above: then the choice lasts as long as the page.
  }
}
