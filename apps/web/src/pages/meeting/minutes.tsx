import { Button, Input } from 'antd';
import { useState } from 'react';

import type { MeetingDetail } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { useProblemSentence } from '../../parts/notice.js';
import { useMeetingCommand } from './use-meeting-command.js';

export function Minutes({ meeting }: { readonly meeting: MeetingDetail }) {
  const { t } = useWords();
  const { meetingId, minutes, mayRun } = meeting;
  // While nothing is being written, what others write is shown.
  const [draft, setDraft] = useState<string>();
  const text = draft ?? minutes ?? '';
  const write = useMeetingCommand(meetingId, () => setDraft(undefined));
  const sentence = useProblemSentence(write.error);
  return (
    <section aria-labelledby="minutes">
      <h2 id="minutes" className="meeting-part">
        {t('meeting.minutes')}
      </h2>
      {mayRun ? (
        <form
          className="meeting-minutes no-print"
          onSubmit={(event) => {
            event.preventDefault();
            write.mutate([{ command: 'write-minutes', body: { text } }]);
          }}
        >
          <Input.TextArea
            aria-labelledby="minutes"
            autoSize={{ minRows: 3, maxRows: 30 }}
            maxLength={20_000}
            value={text}
            onChange={(event) => setDraft(event.target.value)}
          />
          <Button
            htmlType="submit"
            loading={write.isPending}
            disabled={text.trim() === '' || text === minutes}
          >
            {t('meeting.saveMinutes')}
          </Button>
          <span className="label" role="status">
            {write.error ? sentence : write.isSuccess && draft === undefined ? t('meeting.saved') : null}
          </span>
        </form>
      ) : null}
      <p className={mayRun ? 'print-only meeting-text' : 'meeting-text'}>
        {minutes ?? t('meeting.noMinutes')}
      </p>
    </section>
  );
}
