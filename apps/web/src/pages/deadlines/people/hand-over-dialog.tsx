import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';

import { positionsOnQuery } from '../../../api/queries.js';
import type { RemindedRow } from '../../../api/types.js';
import { HOME_ZONE, localDay } from '../../../format/days.js';
import { useWords } from '../../../i18n/index.js';
import { FormDialog } from '../../../parts/form-dialog.js';
import { momentNow } from '../../../parts/use-now.js';
import { useAnswer, type About } from './use-answer.js';

interface HandOverDialogProps {
  readonly about: About;
  readonly row: RemindedRow;
  readonly onClose: () => void;
}

interface Values {
  readonly toPositionId?: string;
  readonly word?: string;
}

/** Said by whoever is reminded, to whom the place is not always known; or found out by the coordinators. */
export function HandOverDialog({ about, row, onClose }: HandOverDialogProps) {
  const { t } = useWords();
  const { positionId, isViewer } = row;
  const sending = useAnswer('hand-over-duty', about.agreementId, onClose);
  const send = ({ toPositionId, word = '' }: Values): void => {
    const said = word.trim();
    sending.mutate({
      deadlineId: about.deadlineId,
      positionId,
      ...(toPositionId === undefined ? {} : { toPositionId }),
      ...(said === '' ? {} : { word: said }),
    });
  };
  return (
    <FormDialog<Values>
      title={isViewer ? t('answer.notMine') : t('reminded.whose')}
      explain={isViewer ? t('reminded.handOverHint') : t('reminded.whoseHint')}
      ok={t('reminded.handOver')}
      sending={sending}
      onSend={send}
      onClose={onClose}
    >
      {row.organisationId === null ? null : (
        <Form.Item
          name="toPositionId"
          label={
            <span>
              {t('reminded.to')} {isViewer ? <span className="label">{t('common.optional')}</span> : null}
            </span>
          }
          rules={isViewer ? [] : [{ required: true, message: t('common.required') }]}
        >
          <PostSelect organisationId={row.organisationId} without={isViewer ? positionId : undefined} />
        </Form.Item>
      )}
      <Form.Item
        name="word"
        label={
          <span>
            {t('reminded.word')} <span className="label">{t('common.optional')}</span>
          </span>
        }
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

interface PostSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (positionId: string) => void;
  readonly organisationId: string;
  readonly without: string | undefined;
}

function PostSelect({ organisationId, without, ...rest }: PostSelectProps) {
  const { t, local } = useWords();
  const [today] = useState(() => localDay(momentNow(), HOME_ZONE));
  const found = useQuery(positionsOnQuery(organisationId, today));
  const options = (found.data?.positions ?? [])
    .filter(({ positionId }) => positionId !== without)
    .map(({ positionId, title, person }) => ({
      value: positionId,
      label: `${local(title)} · ${local(person.name)}`,
    }));
  return (
    <Select
      {...rest}
      allowClear
      loading={found.isFetching}
      options={options}
      notFoundContent={t('form.noPositions')}
    />
  );
}
