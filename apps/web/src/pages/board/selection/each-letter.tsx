import '../../../parts/form-dialog.css';
import './selection.css';

import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useState, type ReactNode } from 'react';

import { newKey } from '../../../api/commands.js';
import type { BoardRow } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { Dialog } from '../../../parts/dialog.js';
import { Dot } from '../../../parts/dot.js';
import { Local } from '../../../parts/local.js';
import { useProblemSentence } from '../../../parts/notice.js';

interface Result {
  /** The same for a letter however often it is tried, so that nothing is done twice. */
  readonly key: string;
  readonly state: 'waiting' | 'done' | 'unchanged';
  readonly error?: Error;
}

interface EachLetterProps<Values> {
  readonly title: string;
  readonly explain: string;
  readonly letters: readonly BoardRow[];
  readonly initial?: Partial<Values>;
  readonly send: (
    agreementId: string,
    values: Values,
    key: string,
  ) => Promise<{ readonly unchanged: boolean }>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One command for many letters: to each by itself, one after the other, and what became of each. */
export function EachLetter<Values extends object>(props: EachLetterProps<Values>) {
  const { title, explain, initial = {}, send, onClose, children } = props;
  const { t } = useWords();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  // As they were chosen: a letter that leaves the list meanwhile is still told of.
  const [letters] = useState(props.letters);
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(
    () => new Map(letters.map(({ agreementId }) => [agreementId, { key: newKey(), state: 'waiting' }])),
  );
  const [phase, setPhase] = useState<'asking' | 'sending' | 'told'>('asking');
  const left = letters.filter(({ agreementId }) => results.get(agreementId)?.state === 'waiting');
  const run = async (values: Values): Promise<void> => {
    setPhase('sending');
    for (const { agreementId } of left) {
      const key = results.get(agreementId)?.key ?? newKey();
      const result = await resultOf(send(agreementId, values, key));
      setResults((now) => new Map(now).set(agreementId, { key, ...result }));
    }
    setPhase('told');
    await queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' });
  };
  const finished = phase === 'told' && left.length === 0;
  return (
    <Dialog
      title={title}
      okText={finished ? t('board.close') : phase === 'told' ? t('board.eachAgain') : title}
      cancelText={t('common.cancel')}
      cancelButtonProps={finished ? { style: { display: 'none' } } : { disabled: phase === 'sending' }}
      confirmLoading={phase === 'sending'}
      onOk={() => (finished ? onClose() : form.submit())}
      onCancel={phase === 'sending' ? () => undefined : onClose}
      width={560}
    >
      <p className="dialog-explain">{explain}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={phase !== 'asking'}
        initialValues={initial}
        onFinish={(values) => void run(values)}
      >
        {children}
      </Form>
      <p role="status" className="each-summary">
        {phase === 'told'
          ? t('board.eachDone', { count: letters.length - left.length })
          : t('board.chosen', { count: letters.length })}
        {phase === 'told' && left.length > 0 ? (
          <>
            <Dot />
            <span className="each-refused">{t('board.eachRefused', { count: left.length })}</span>
          </>
        ) : null}
      </p>
      <ul className="each-letters">
        {letters.map((letter) => (
          <Line
            key={letter.agreementId}
            letter={letter}
            result={phase === 'asking' ? undefined : results.get(letter.agreementId)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

async function resultOf(sent: Promise<{ readonly unchanged: boolean }>): Promise<Omit<Result, 'key'>> {
  try {
    return { state: (await sent).unchanged ? 'unchanged' : 'done' };
  } catch (error) {
    return { state: 'waiting', error: error instanceof Error ? error : new Error(String(error)) };
  }
}

interface LineProps {
  readonly letter: BoardRow;
  readonly result: Result | undefined;
}

function Line({ letter: { number, title }, result }: LineProps) {
  const { t } = useWords();
  const sentence = useProblemSentence(result?.error);
  return (
    <li>
      <span>
        {number === null ? null : <span className="number quiet">{number} </span>}
        <Local text={title} />
      </span>
      {result ? (
        <span className={result.error ? 'each-refused' : 'quiet'}>
          {result.error ? sentence : t(`board.each.${result.state}`)}
        </span>
      ) : null}
    </li>
  );
}
