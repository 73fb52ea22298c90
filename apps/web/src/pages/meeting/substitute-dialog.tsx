import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';

import { organisationQuery } from '../../api/queries.js';
import type { MeetingDetail } from '../../api/types.js';
import { filled } from '../../format/local-text.js';
import { meetingDay } from '../../format/meeting-time.js';
import { useWords } from '../../i18n/index.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { substitutesIn } from './substitutes.js';
import { useMeetingCommand } from './use-meeting-command.js';

interface SubstituteDialogProps {
  readonly meeting: MeetingDetail;
  readonly organisationId: string;
  /** The position that is signed for. */
  readonly positionId: string;
  readonly who: string;
  readonly onClose: () => void;
}

/** Mandates that hold on the day come first; a mandate on paper is named by its number. */
export function SubstituteDialog(props: SubstituteDialogProps) {
  const { meeting, organisationId, positionId, who, onClose } = props;
  const { t, local } = useWords();
  const organisation = useQuery(organisationQuery(organisationId));
  const send = useMeetingCommand(meeting.meetingId, onClose);
  const found = substitutesIn(organisation.data, positionId, meetingDay(meeting.at));
  const options = (['mandated', 'other'] as const).flatMap((group) => {
    const chosen = found.filter(({ mandate }) => (mandate !== undefined) === (group === 'mandated'));
    const labelled = chosen.map(({ key, title, holder }) => ({
      value: key,
      label: [local(title), local(holder)].filter(Boolean).join(' '),
    }));
    return labelled.length === 0
      ? []
      : [{ label: t(`meeting.substitute.${group}`), title: group, options: labelled }];
  });
  return (
    <FormDialog<{ who: string; paper?: string }>
      title={t('meeting.substitute.title', { who })}
      ok={t('meeting.there')}
      sending={send}
      onSend={({ who: key, paper }) => {
        const chosen = found.find((one) => one.key === key);
        if (!chosen) return;
        const mandate = chosen.mandate ?? filled(paper);
        const body = {
          organisationId,
          positionId: chosen.positionId,
          substituteFor: positionId,
          ...(mandate !== undefined && { mandate }),
        };
        send.mutate([{ command: 'record-attendance', body }]);
      }}
      onClose={onClose}
    >
      <Form.Item
        name="who"
        label={t('meeting.substitute.who')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Select
          loading={organisation.isFetching}
          options={options}
          notFoundContent={t('meeting.substitute.noPositions')}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['who']}>
        {({ getFieldValue }) =>
          found.some(({ key, mandate }) => key === getFieldValue('who') && mandate === undefined) ? (
            <Form.Item name="paper" label={t('meeting.substitute.paper')}>
              <Input maxLength={200} />
            </Form.Item>
          ) : null
        }
      </Form.Item>
    </FormDialog>
  );
}
