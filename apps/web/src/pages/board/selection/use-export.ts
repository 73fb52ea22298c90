import type { BoardRow } from '../../../api/types.js';
import { usePresent } from '../../../app/session.js';
import { HOME_ZONE, localDay } from '../../../format/days.js';
import { useWords } from '../../../i18n/index.js';
import { useStageNames } from '../../../parts/use-stage-names.js';
import { useTurns } from '../../../parts/use-turn.js';
import { csvOf } from './letters-csv.js';

/** Saves what the board says of these letters, in the reader's language. */
export function useExport(rows: readonly BoardRow[]): () => void {
  const { t, local } = useWords();
  const { viewer } = usePresent();
  const stageName = useStageNames(rows.map(({ stage }) => stage));
  const turnOf = useTurns(viewer);
  const head = [
    t('board.exported.number'),
    t('board.column.letter'),
    t('board.columnNames.field'),
    t('board.columnNames.parties'),
    t('board.columnNames.stage'),
    t('board.columnNames.waiting'),
    t('board.exported.since'),
    t('board.exported.due'),
    t('board.exported.link'),
  ];
  return () => {
    const lines = rows.map(({ agreementId, number, title, field, parties, stage, turn, nextDeadline }) => [
      number ?? '',
      local(title),
      local(field),
      parties.map(({ name }) => local(name)).join(' × '),
      stageName(stage),
      turnOf(turn.who, parties).who,
      turn.who.length === 0 ? '' : localDay(turn.since, HOME_ZONE),
      nextDeadline?.localDate ?? '',
      `${location.origin}/agreements/${agreementId}`,
    ]);
    save(csvOf([head, ...lines]), 'letters.csv');
  };
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
