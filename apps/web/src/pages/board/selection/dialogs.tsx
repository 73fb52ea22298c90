import { Form, Radio } from 'antd';

import { issueDocument, sendCommand } from '../../../api/commands.js';
import type { BoardRow, DocumentChoice } from '../../../api/types.js';
import Dressed from '../../../app/dressed.js';
import { useWords } from '../../../i18n/index.js';
import { DeskSelect } from '../../../parts/desk-select.js';
import { EachLetter } from './each-letter.js';

export type SelectionDialog = 'giveDesk' | 'issue';

interface DialogProps {
  readonly letters: readonly BoardRow[];
  readonly onClose: () => void;
}

interface SelectionDialogsProps extends DialogProps {
  readonly open: SelectionDialog;
}

export default function SelectionDialogs(props: SelectionDialogsProps) {
  return (
    <Dressed>
      <Opened {...props} />
    </Dressed>
  );
}

function Opened({ open, ...props }: SelectionDialogsProps) {
  switch (open) {
    case 'giveDesk':
      return <GiveDesk {...props} />;
    case 'issue':
      return <Issue {...props} />;
    default: {
      const never: never = open;
      return never;
    }
  }
}

function GiveDesk(props: DialogProps) {
  const { t } = useWords();
  return (
    <EachLetter<{ readonly deskId: string }>
      {...props}
      title={t('board.giveDesk')}
      explain={t('board.giveDeskExplain')}
      send={(agreementId, body, key) => sendCommand(agreementId, 'assign-desk', body, { key })}
    >
      <Form.Item
        name="deskId"
        label={t('board.desk')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <DeskSelect />
      </Form.Item>
    </EachLetter>
  );
}

function Issue(props: DialogProps) {
  const { t } = useWords();
  return (
    <EachLetter<DocumentChoice>
      {...props}
      title={t('board.issue')}
      explain={t('board.issueExplain')}
      initial={{ format: 'pdf', language: 'both' }}
      send={issueDocument}
    >
      <Form.Item name="format" label={t('documents.format')}>
        <Radio.Group options={['pdf', 'docx'].map((value) => ({ value, label: value.toUpperCase() }))} />
      </Form.Item>
      <Form.Item name="language" label={t('documents.language')}>
        <Radio.Group
          options={(['zh', 'en', 'both'] as const).map((value) => ({
            value,
            label: t(`documents.in.${value}`),
          }))}
        />
      </Form.Item>
    </EachLetter>
  );
}
