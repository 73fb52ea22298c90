import './reminding.css';

import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { useState } from 'react';

import { reminderPolicyQuery, setReminderPolicy } from '../../api/reminding.js';
import type { DeadlineKind, ReminderPolicyRow, SetReminders } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Dialog } from '../dialog.js';
import { ProblemNotice } from '../notice.js';
import { Skeleton } from '../skeleton.js';
import { useSendForm } from '../use-send-form.js';
import { useFocusBack } from '../use-focus-back.js';
import { useSettled } from '../use-settled.js';
import { PlanPreview } from './plan-preview.js';
import { PolicyFields } from './policy-fields.js';
import { formOf, policyOf, type PolicyForm } from './policy-values.js';
import { SendProblem } from './send-problem.js';

interface PolicyDialogProps {
  readonly agreementId: string;
  /** The kind to begin with, where the letter has such a deadline. */
  readonly kind?: DeadlineKind;
  readonly onClose: () => void;
}

/** When people are reminded of the letter, each value with who said so; the difference is shown before it is one. */
export function PolicyDialog({ agreementId, kind: first, onClose }: PolicyDialogProps) {
  const { t } = useWords();
  // It is another dialog once the policy is there.
  useFocusBack();
  const policies = useQuery(reminderPolicyQuery(agreementId));
  const [chosen, choose] = useState(first);
  const items = policies.data?.items ?? [];
  const row = items.find(({ kind }) => kind === chosen) ?? items[0];
  if (row)
    return (
      <PolicyEditor
        key={row.kind}
        agreementId={agreementId}
        row={row}
        kinds={items.map(({ kind }) => kind)}
        onKind={choose}
        onClose={onClose}
      />
    );
  return (
    <Dialog title={t('reminding.policy')} footer={null} onCancel={onClose}>
      {policies.isPending ? <Skeleton lines={6} /> : null}
      {policies.isError ? (
        <ProblemNotice error={policies.error} retry={() => void policies.refetch()} />
      ) : null}
      {policies.data ? <p className="quiet">{t('reminding.noPolicy')}</p> : null}
    </Dialog>
  );
}

interface PolicyEditorProps {
  readonly agreementId: string;
  readonly row: ReminderPolicyRow;
  readonly kinds: readonly DeadlineKind[];
  readonly onKind: (kind: DeadlineKind) => void;
  readonly onClose: () => void;
}

const AFTER_MS = 500;

function PolicyEditor({ agreementId, row, kinds, onKind, onClose }: PolicyEditorProps) {
  const { t } = useWords();
  const [form] = Form.useForm<PolicyForm>();
  const typed = Form.useWatch([], form) as PolicyForm | undefined;
  const { kind } = row;
  const said = policyOf(row, { ...formOf(row), ...typed });
  const shown = useSettled(JSON.stringify(said ?? null), AFTER_MS);
  const preview = JSON.parse(shown) as SetReminders | null;
  const isOwn = Object.values(row.origins).some(({ level }) => level === 'agreement');
  const sending = useSendForm({
    send: (policy: SetReminders, key) => setReminderPolicy(agreementId, { kind, policy }, key),
    changes: 'deadlines',
    onDone: onClose,
  });
  return (
    <Dialog
      title={t('reminding.policy')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={sending.isPending}
      okButtonProps={{ disabled: said === undefined }}
      onOk={() => {
        if (said) sending.mutate(said);
      }}
      onCancel={onClose}
      width={620}
    >
      <p className="dialog-explain">{t('reminding.policyExplain')}</p>
      {kinds.length > 1 ? (
        <Radio.Group
          value={kind}
          aria-label={t('deadlines.kindLabel')}
          options={kinds.map((one) => ({ value: one, label: t(`deadlines.kind.${one}`) }))}
          onChange={(event) => onKind(event.target.value as DeadlineKind)}
        />
      ) : (
        <p className="label">{t(`deadlines.kind.${kind}`)}</p>
      )}
      <SendProblem error={sending.error} />
      <PolicyFields form={form} row={row} />
      {said === undefined ? <p className="quiet">{t('reminding.noNumbers')}</p> : null}
      {isOwn ? (
        <button type="button" className="link-button" onClick={() => sending.mutate({})}>
          {t('reminding.asDefined')}
        </button>
      ) : null}
      {preview ? (
        <PlanPreview agreementId={agreementId} changes={{ policy: { kind, policy: preview } }} />
      ) : null}
    </Dialog>
  );
}
