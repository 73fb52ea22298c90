import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';

import { newKey, sendCommand } from '../../../api/commands.js';
import { Problem } from '../../../api/problem.js';
import { htmlLang } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { useProblemSentence } from '../../../parts/notice.js';
import { dropDraft, keepDraft, type Draft } from './drafts.js';
import type { RenditionProps } from './rendition-props.js';
import { Unprintable } from './unprintable.js';
import { useUnprintableIn } from './use-unprintable.js';

const StaleBase = lazy(() => import('./stale-base.js'));

interface RenditionEditorProps extends RenditionProps {
  readonly name: string;
  readonly start: Draft;
  /** The draft came back from an earlier visit. */
  readonly restored: boolean;
  readonly onFinish: () => void;
}

export function RenditionEditor(props: RenditionEditorProps) {
  const { language, rendition, name, start, restored, onFinish } = props;
  const { t } = useWords();
  const [draft, setDraft] = useState(start);
  const unprintable = useUnprintableIn(`${draft.heading}${draft.body}`);
  const save = useSave(props);
  const sentence = useProblemSentence(save.error);
  const stale = isStaleBase(save.error);
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(props, next);
  };
  const untouched = draft.heading === draft.base?.heading && draft.body === draft.base.body;
  return (
    <form
      className="rendition rendition-editor"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (untouched) onFinish();
        else save.mutate(draft);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
      }}
    >
      {restored ? <p className="label">{t('text.unsaved')}</p> : null}
      <Input
        autoFocus
        required
        lang={htmlLang(language)}
        aria-label={t('text.heading')}
        value={draft.heading}
        onChange={(event) => change({ heading: event.target.value })}
      />
      <Input.TextArea
        lang={htmlLang(language)}
        aria-label={t('text.body')}
        autoSize={{ minRows: 5 }}
        value={draft.body}
        onChange={(event) => change({ body: event.target.value })}
      />
      <Unprintable signs={unprintable} />
      {save.error && !stale ? <Alert type="error" title={sentence} /> : null}
      <div className="rendition-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
        <Button onClick={onFinish}>{t('common.cancel')}</Button>
      </div>
      {stale ? (
        <Suspense>
          <StaleBase
            draft={draft}
            theirs={rendition}
            language={language}
            onSave={(merged) => save.mutate({ ...merged, base: rendition ?? null })}
            onTakeTheirs={onFinish}
            onGoOn={(merged) => {
              change({ ...merged, base: rendition ?? null });
              save.reset();
            }}
          />
        </Suspense>
      ) : null}
    </form>
  );
}

/** The text moved under the writer; told apart from other refusals, which their sentence explains. */
const isStaleBase = (error: unknown): boolean => error instanceof Problem && error.code === 'stale-base';

function useSave(props: RenditionEditorProps) {
  const { agreementId, sectionId, language, onFinish } = props;
  const queries = useQueryClient();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['agreement', agreementId] });
  return useMutation({
    mutationFn: ({ heading, body, base }: Draft) =>
      sendCommand(
        agreementId,
        'revise-section',
        { sectionId, rendition: language, heading, body, baseHash: base?.hash ?? null },
        { key: newKey() },
      ),
    onSuccess: async () => {
      // A section that is new is shown anew by the refresh, and is not to find what was just saved as a draft.
      dropDraft(props);
      await refresh();
      onFinish();
    },
    // What they wrote must be on the page before the writer is asked to compare.
    onError: refresh,
  });
}
