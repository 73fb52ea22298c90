import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Switch } from 'antd';
import { useRef, useState, type ChangeEvent } from 'react';

import { draftCalendar, newKey, publishCalendar } from '../../api/commands.js';
import type { CalendarDraft, CalendarLine, DraftCalendar } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { useProblemSentence } from '../../parts/notice.js';
import { readTable } from '../import/read-table.js';
import { DraftShown } from './draft-shown.js';
import { momentNow } from '../../parts/use-now.js';

/** A file or a country: what would change is shown first, and published when it was seen. */
export function PublishCalendar({ shown }: { readonly shown: CalendarLine | undefined }) {
  const { t } = useWords();
  const [id, setId] = useState(shown?.id ?? '');
  const [closures, setClosures] = useState(shown?.kind === 'closures');
  const [source, setSource] = useState('');
  const [name, setName] = useState('');
  const draft = useDraft(id);
  const publish = usePublish(id, draft.reset);
  const sentence = useProblemSentence(draft.error ?? publish.error);
  const publishable =
    draft.data?.calendar && draft.data.faults.length === 0 && !draft.data.same ? draft.data : null;
  const about = {
    ...(source.trim() === '' ? {} : { source }),
    ...(name.trim() === '' ? {} : { name: { zh: name, en: name } }),
  };
  return (
    <section className="sheet directory-card" aria-labelledby="publish">
      <div className="card-head">
        <h2 id="publish">{t('calendars.next')}</h2>
      </div>
      <p className="quiet">{t('calendars.nextLead')}</p>
      <Form layout="vertical" className="calendar-form">
        <Form.Item label={t('calendars.id')} htmlFor="calendar-id">
          <Input
            id="calendar-id"
            value={id}
            maxLength={64}
            onChange={({ target }) => {
              setId(target.value.trim().toLowerCase());
              draft.reset();
            }}
          />
        </Form.Item>
        <Form.Item label={t('calendars.name')} htmlFor="calendar-name">
          <Input
            id="calendar-name"
            value={name}
            maxLength={200}
            placeholder={t('calendars.asBefore')}
            onChange={({ target }) => setName(target.value)}
          />
        </Form.Item>
        <Form.Item label={t('calendars.source')} htmlFor="calendar-source">
          <Input
            id="calendar-source"
            value={source}
            maxLength={200}
            onChange={({ target }) => setSource(target.value)}
          />
        </Form.Item>
        <Form.Item label={t('calendars.ownDays')} htmlFor="calendar-closures">
          <Switch id="calendar-closures" checked={closures} onChange={setClosures} />
        </Form.Item>
      </Form>
      <div className="calendar-ways">
        <FileWay
          disabled={id === ''}
          onFile={(file) => draft.mutate(async () => ({ ...(await ofFile(file, closures)), ...about }))}
        />
        <CountryWay
          disabled={id === ''}
          onAsk={(country) => draft.mutate(() => Promise.resolve({ ...country, ...about }))}
        />
      </div>
      <div aria-live="polite">
        {sentence === '' ? null : <Alert className="form-problem" type="error" title={sentence} />}
        {publish.isSuccess ? <p className="calendar-done">{t('calendars.done')}</p> : null}
        {draft.data ? <DraftShown draft={draft.data} /> : null}
      </div>
      {publishable ? (
        <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(publishable)}>
          {t('calendars.publish', { version: publishable.calendar?.version })}
        </Button>
      ) : null}
    </section>
  );
}

interface FileWayProps {
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

function FileWay({ disabled, onFile }: FileWayProps) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? [];
    // The same file, put right, may be chosen again.
    event.target.value = '';
    if (file) onFile(file);
  };
  return (
    <div>
      <p className="quiet">{t('calendars.fileLead')}</p>
      <p className="calendar-columns">date, kind, name_zh, name_en</p>
      <input
        ref={input}
        type="file"
        accept=".csv,.json,text/csv,application/json"
        className="calendar-input"
        tabIndex={-1}
        aria-label={t('calendars.chooseFile')}
        onChange={choose}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {t('calendars.chooseFile')}
      </Button>
    </div>
  );
}

interface CountryWayProps {
  readonly disabled: boolean;
  readonly onAsk: (asked: Pick<DraftCalendar, 'country' | 'region' | 'first' | 'last'>) => void;
}

function CountryWay({ disabled, onAsk }: CountryWayProps) {
  const { t } = useWords();
  const send = (form: FormData): void => {
    const text = (field: string): string => {
      const value = form.get(field);
      return typeof value === 'string' ? value.trim() : '';
    };
    const region = text('region');
    onAsk({
      country: text('country'),
      ...(region === '' ? {} : { region }),
      first: Number(text('first')),
      last: Number(text('last')),
    });
  };
  const year = new Date(momentNow()).getFullYear();
  return (
    <form action={send} className="calendar-country">
      <p className="quiet">{t('calendars.countryLead')}</p>
      <label>
        {t('calendars.country')}
        <input name="country" required maxLength={2} pattern="[A-Za-z]{2}" placeholder="DE" />
      </label>
      <label>
        {t('calendars.region')}
        <input name="region" maxLength={8} placeholder="BY" />
      </label>
      <label>
        {t('calendars.first')}
        <input name="first" type="number" required min={1990} max={2100} defaultValue={year} />
      </label>
      <label>
        {t('calendars.last')}
        <input name="last" type="number" required min={1990} max={2100} defaultValue={year + 1} />
      </label>
      <Button htmlType="submit" disabled={disabled}>
        {t('calendars.ask')}
      </Button>
    </form>
  );
}

async function ofFile(file: File, closures: boolean): Promise<DraftCalendar> {
  const table = await readTable(file);
  if (!('csv' in table)) throw new Error(table.problem);
  const isJson = file.name.toLowerCase().endsWith('.json');
  const source = file.name.slice(0, 200);
  return isJson
    ? { file: table.csv, format: 'json', source }
    : { file: table.csv, format: 'csv', closures, source };
}

function useDraft(id: string) {
  return useMutation({
    mutationFn: async (ask: () => Promise<DraftCalendar>): Promise<CalendarDraft> =>
      draftCalendar(id, await ask()),
  });
}

function usePublish(id: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: CalendarDraft) => publishCalendar(id, draft, newKey()),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ['calendars'] });
    },
  });
}
