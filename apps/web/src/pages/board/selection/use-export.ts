import { useQuery } from '@tanstack/react-query';

import { definitionsQuery } from '../../../api/queries.js';
import type { AttributeValue, BoardRow } from '../../../api/types.js';
import { usePresent } from '../../../app/session.js';
import { HOME_ZONE, localDay } from '../../../format/days.js';
import { useWords } from '../../../i18n/index.js';
import { useStageNames } from '../../../parts/use-stage-names.js';
import { useTurns } from '../../../parts/use-turn.js';
import { offeredAttributes, type OfferedAttribute } from '../attributes/offered.js';
import { csvOf } from './letters-csv.js';

/** Saves what the board says of these letters, in the reader's language. */
export function useExport(rows: readonly BoardRow[]): () => void {
  const { t, local } = useWords();
  const { viewer } = usePresent();
  const stageName = useStageNames(rows);
  const turnOf = useTurns(viewer);
  const definitions = useQuery(definitionsQuery());
  const attributes = offeredAttributes(definitions.data?.items ?? []).filter(({ name }) =>
    rows.some((row) => row.attributes?.[name] !== undefined),
  );
  const head = [
    t('board.exported.number'),
    t('board.column.letter'),
    t('board.columnNames.field'),
    t('board.columnNames.parties'),
    t('board.columnNames.stage'),
    t('board.columnNames.waiting'),
    t('board.exported.since'),
    t('board.exported.due'),
    ...attributes.map(({ titles }) => local(titles)),
    t('board.exported.link'),
  ];
  const valueText = ({ words }: OfferedAttribute, value: AttributeValue | undefined): string => {
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    const word = words.find((one) => one.value === value);
    return word ? local(word.titles) : String(value ?? '');
  };
  return () => {
    const lines = rows.map((row) => {
      const { agreementId, number, title, field, parties, turn, nextDeadline } = row;
      return [
        number ?? '',
        local(title),
        local(field),
        parties.map(({ name }) => local(name)).join(' × '),
        stageName(row),
        turnOf(turn.who, parties).who,
        turn.who.length === 0 ? '' : localDay(turn.since, HOME_ZONE),
        nextDeadline?.localDate ?? '',
        ...attributes.map((attribute) => valueText(attribute, row.attributes?.[attribute.name])),
        `${location.origin}/agreements/${agreementId}`,
      ];
    });
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
