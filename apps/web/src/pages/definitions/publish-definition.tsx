import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef, type ChangeEvent } from 'react';
import { Link } from 'react-router';

import { newKey } from '../../api/commands.js';
import { checkDefinition, publishDefinition } from '../../api/definition-commands.js';
import type { Publication, WorkflowDefinition } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { useProblemSentence } from '../../parts/notice.js';
import type { Json } from './changes.js';
import { ChangesShown, FaultsShown } from './looked-at.js';
import { lineOf } from './pointer.js';

interface PublishDefinitionProps {
  readonly definitions: readonly WorkflowDefinition[];
}

interface LookedAt {
  readonly text: string;
  readonly json: Json;
  readonly publication: Publication;
}

/** A file: its faults at their places, or what it changes, and published when that was seen. */
export function PublishDefinition({ definitions }: PublishDefinitionProps) {
  const { t } = useWords();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const look = useMutation({ mutationFn: lookAt });
  const publish = useMutation({
    mutationFn: ({ json }: LookedAt) => publishDefinition(json as Record<string, unknown>, newKey()),
    onSuccess: async () => {
      look.reset();
      await queries.invalidateQueries({ queryKey: ['definitions'] });
    },
  });
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? [];
    // The same file, put right, may be chosen again.
    event.target.value = '';
    publish.reset();
    if (file) look.mutate(file);
  };
  const { data } = look;
  const told = useProblemSentence(look.error ?? publish.error);
  const sentence = look.error instanceof SyntaxError ? t('definitions.notJson') : told;
  const before = data && versionBefore(definitions, data.publication.definition);
  return (
    <section className="sheet directory-card" aria-labelledby="publish-definition">
      <div className="card-head">
        <h2 id="publish-definition">{t('definitions.next')}</h2>
        <a href="/api/definitions/schema" target="_blank" rel="noreferrer">
          {t('definitions.schema')}
        </a>
      </div>
      <p className="quiet">{t('definitions.nextLead')}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="definition-input"
        tabIndex={-1}
        aria-label={t('definitions.chooseFile')}
        onChange={choose}
      />
      <Button loading={look.isPending} onClick={() => input.current?.click()}>
        {t('definitions.chooseFile')}
      </Button>
      <div aria-live="polite">
        {sentence === '' ? null : <Alert className="form-problem" type="error" title={sentence} />}
        {publish.data ? (
          <p className="definition-done">
            {t(publish.data.published ? 'definitions.published' : 'definitions.publishedBefore')}{' '}
            <Link to={`/definitions/${publish.data.definition ?? ''}`}>{publish.data.definition}</Link>
          </p>
        ) : null}
        {data && data.publication.faults.length > 0 ? (
          <FaultsShown faults={data.publication.faults} lineOf={(pointer) => lineOf(data.text, pointer)} />
        ) : null}
        {data?.publication.faults.length === 0 ? (
          <ChangesShown name={data.publication.definition ?? ''} before={before} after={data.json} />
        ) : null}
      </div>
      {data?.publication.faults.length === 0 ? (
        <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(data)}>
          {t('definitions.publish', { definition: data.publication.definition })}
        </Button>
      ) : null}
    </section>
  );
}

async function lookAt(file: File): Promise<LookedAt> {
  const text = await file.text();
  const json = JSON.parse(text) as Json;
  return { text, json, publication: await checkDefinition(json as Record<string, unknown>) };
}

/** The newest there is of the same name. */
function versionBefore(
  definitions: readonly WorkflowDefinition[],
  nameAtVersion: string | null,
): WorkflowDefinition | undefined {
  const [name] = nameAtVersion?.split('@') ?? [];
  return definitions.findLast((one) => one.name === name);
}
