import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';

import type { MeetingDetail } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { AgreementSelect } from '../../parts/agreement-select.js';
import { useProblemSentence } from '../../parts/notice.js';
import { LetterItem } from './letter-item.js';
import { useMeetingCommand } from './use-meeting-command.js';

export function RunningOrder({ meeting }: { readonly meeting: MeetingDetail }) {
  const { t } = useWords();
  const order = useOrder(meeting);
  const mayArrange = meeting.mayRun && meeting.status === 'planned';
  return (
    <section aria-labelledby="running-order">
      <h2 id="running-order" className="meeting-part">
        {t('meeting.order')}
      </h2>
      {meeting.letters.length === 0 ? <p className="quiet">{t('meeting.noLetters')}</p> : null}
      {order.problem === '' ? null : <Alert type="error" title={order.problem} />}
      <ol className="meeting-letters">
        {meeting.letters.map((letter, index) => (
          <LetterItem
            key={letter.agreementId}
            meeting={meeting}
            letter={letter}
            place={index + 1}
            {...(mayArrange && { arrange: { move: order.move, remove: order.remove, busy: order.busy } })}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {order.said}
      </p>
      {mayArrange ? <AddLetter meeting={meeting} /> : null}
    </section>
  );
}

function useOrder({ meetingId, letters }: MeetingDetail) {
  const { t, local } = useWords();
  const [said, setSaid] = useState('');
  const moved = useRef<string>(undefined);
  const send = useMeetingCommand(meetingId);
  // A button that moved with its letter has lost the reader's place: it is given back.
  useEffect(() => {
    const button = moved.current === undefined ? null : document.getElementById(moved.current);
    moved.current = undefined;
    if (button instanceof HTMLButtonElement && !button.disabled) button.focus();
  }, [letters]);
  return {
    said,
    busy: send.isPending,
    problem: useProblemSentence(send.error),
    move: (index: number, by: -1 | 1): void => {
      const letter = letters[index];
      if (!letter) return;
      const { agreementId, title } = letter;
      const wanted = letters.toSpliced(index, 1).toSpliced(index + by, 0, letter);
      const changed = wanted.flatMap((one, place) =>
        one.order === place + 1
          ? []
          : [{ command: 'place-letter', body: { agreementId: one.agreementId, order: place + 1 } } as const],
      );
      moved.current = `${by < 0 ? 'up' : 'down'}-${agreementId}`;
      send.mutate(changed, {
        onSuccess: () => setSaid(t('meeting.moved', { title: local(title), order: index + by + 1 })),
      });
    },
    remove: (agreementId: string): void => {
      send.mutate([{ command: 'remove-letter', body: { agreementId } }]);
    },
  };
}

function AddLetter({ meeting: { meetingId } }: { readonly meeting: MeetingDetail }) {
  const { t } = useWords();
  const [agreementId, setAgreementId] = useState<string>();
  const add = useMeetingCommand(meetingId, () => setAgreementId(undefined));
  const sentence = useProblemSentence(add.error);
  return (
    <form
      className="meeting-add no-print"
      onSubmit={(event) => {
        event.preventDefault();
        if (agreementId !== undefined) add.mutate([{ command: 'place-letter', body: { agreementId } }]);
      }}
    >
      <label htmlFor="letter-to-place">{t('meeting.addLabel')}</label>
      <AgreementSelect
        id="letter-to-place"
        {...(agreementId !== undefined && { value: agreementId })}
        onChange={setAgreementId}
      />
      <Button htmlType="submit" disabled={agreementId === undefined} loading={add.isPending}>
        {t('meeting.add')}
      </Button>
      {add.error ? <Alert type="error" title={sentence} /> : null}
    </form>
  );
}
