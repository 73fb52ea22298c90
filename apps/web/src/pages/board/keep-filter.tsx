import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';

import { saveBoardFilter } from '../../api/commands.js';
import { boardFiltersQuery, type BoardFilter } from '../../api/queries.js';
import Dressed from '../../app/dressed.js';
import { useWords } from '../../i18n/index.js';
import { useProblemSentence } from '../../parts/notice.js';
import { storedFrom } from './board-filter.js';

/** Keeps the filter as it is under a name. */
export default function KeepFilter({ filter }: { readonly filter: BoardFilter }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState<string>();
  const keep = useMutation({
    mutationFn: (as: string) => saveBoardFilter(as, storedFrom(filter)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: boardFiltersQuery.queryKey });
      setName(undefined);
    },
  });
  const sentence = useProblemSentence(keep.error);
  if (name === undefined) {
    return (
      <button type="button" className="link-button" onClick={() => setName('')}>
        {t('board.keep')}
      </button>
    );
  }
  const wanted = name.trim();
  return (
    <Dressed>
      <form
        className="keep-filter"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '') keep.mutate(wanted);
        }}
      >
        <Input
          autoFocus
          size="small"
          maxLength={60}
          value={name}
          placeholder={t('board.keepName')}
          aria-label={t('board.keepName')}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setName(undefined);
          }}
        />
        <Button size="small" htmlType="submit" disabled={wanted === ''} loading={keep.isPending}>
          {t('board.keepIt')}
        </Button>
        {keep.error ? <Alert type="error" title={sentence} /> : null}
      </form>
    </Dressed>
  );
}
