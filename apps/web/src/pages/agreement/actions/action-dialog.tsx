import '../../../parts/form-dialog.css';
import './action-dialog.css';

import { Form } from 'antd';
import { useState } from 'react';

import { codeOf, Problem } from '../../../api/problem.js';
import type { AgreementDetail, CommandName, PreviewChanges } from '../../../api/types.js';
import { HOME_ZONE, localDay } from '../../../format/days.js';
import { useWords } from '../../../i18n/index.js';
import { Dialog } from '../../../parts/dialog.js';
import { PlanPreview } from '../../../parts/reminding/plan-preview.js';
import { ActionField } from './action-field.js';
import {
  asksWhy,
  bodyOf,
  fieldNamed,
  fieldsOf,
  bodyForTwo,
  isDialogCommand,
  partiesFor,
  type DialogCommand,
  type Field,
  type Values,
} from './action-fields.js';
import { AGAINST, HARMLESS } from './command-names.js';
import { useActions, type Preset } from './actions-context.js';
import { useCommandName } from './action-buttons.js';
import { ApproversDialog } from '../route/approvers-dialog.js';
import { AttributesDialog } from './attributes-dialog.js';
import { MoveDialog } from './move-dialog.js';
import { isStale, Refusal } from './refusal.js';
import { useSend } from './use-send.js';
import { momentNow } from '../../../parts/use-now.js';

interface ActionDialogProps {
  readonly command: CommandName;
  readonly preset: Preset;
  readonly detail: AgreementDetail;
  readonly onClose: () => void;
}

export function ActionDialog(props: ActionDialogProps) {
  const { command, preset, detail, onClose } = props;
  if (command === 'set-attributes') return <AttributesDialog detail={detail} onClose={onClose} />;
  if (command === 'name-approvers') return <ApproversDialog {...props} />;
  if (command === 'move-deadline')
    return <MoveDialog detail={detail} deadlineId={preset.deadlineId ?? ''} onClose={onClose} />;
  return isDialogCommand(command) ? <FieldsDialog {...props} command={command} /> : null;
}

function FieldsDialog({
  command,
  preset,
  detail,
  onClose,
}: ActionDialogProps & { readonly command: DialogCommand }) {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const { agreement } = detail;
  const { possible } = useActions();
  const [byTwo, setByTwo] = useState(false);
  const onRefused = (error: Error): void => setByTwo((was) => was || TAKES_TWO.includes(codeOf(error) ?? ''));
  const send = useSend({ command, detail, onDone: onClose, onRefused });
  const name = useCommandName(agreement.textHash)(command);
  const fields = fieldsOf(command, preset, byTwo);
  const parties = partiesFor(possible, command, agreement.parties, preset);
  const placed = placedErrors(send.error, fields);
  const stale = isStale(send.error);
  const foreseen = FORESEEN[command];
  return (
    <Dialog
      title={titleOf(preset, name, t)}
      okText={stale ? t('form.again') : byTwo && asksWhy(command) ? t('form.askSecond') : name}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: AGAINST.includes(command) && !HARMLESS.includes(command) }}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={520}
    >
      <p className="dialog-explain">{t(`explain.${command}`)}</p>
      {send.error && (stale || placed.length === 0) ? <Refusal error={send.error} detail={detail} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues(parties, agreement.deadlines[0]?.zone ?? HOME_ZONE)}
        onFinish={(values) => {
          const body = bodyOf(command, values, preset, agreement.textHash);
          send.mutate({ body: byTwo ? bodyForTwo(body, values) : body, evenSo: stale });
        }}
      >
        {fields.map((field) => (
          <ActionField
            key={field.name}
            field={field}
            parties={parties}
            agreement={agreement}
            problem={placed.find(({ name: at }) => at === field.name)?.detail}
          />
        ))}
      </Form>
      {foreseen ? <PlanPreview agreementId={detail.agreementId} changes={foreseen} /> : null}
    </Dialog>
  );
}

/** What becomes of the reminders is shown before it is done. */
const FORESEEN: Partial<Record<CommandName, PreviewChanges>> = {
  'suspend-deadlines': { suspend: true },
  'resume-deadlines': { resume: true },
};

/** One person alone may not any more: the form goes on to ask why a second one should. */
const TAKES_TWO: readonly string[] = [
  'late-signature-needs-override',
  'vacant-signature-needs-override',
  'retraction-needs-override',
  'correction-needs-override',
];

/** What most often holds: the only party there is to choose, by hand, today. */
function initialValues(parties: readonly { readonly partyId: string }[], zone: string): Values {
  const only = parties.length === 1 ? parties[0]?.partyId : undefined;
  const today = localDay(momentNow(), zone);
  return {
    partyId: only,
    ownerPartyId: only,
    means: 'ink',
    kind: 'research',
    outcome: 'passed',
    as: 'entered-in-error',
    signedOn: today,
    completedOn: today,
  };
}

/** What is done, and to which line of history. */
function titleOf({ line, field }: Preset, name: string, t: ReturnType<typeof useWords>['t']): string {
  if (line === undefined) return name;
  return field === undefined
    ? t('history.undoOf', { title: line })
    : t('history.correctOf', { title: line, field: t(`correctable.${field}`) });
}

function placedErrors(error: Error | null, fields: readonly Field[]): { name: string; detail: string }[] {
  if (!(error instanceof Problem)) return [];
  return error.fields.flatMap(({ field, detail }) => {
    const name = fieldNamed(field, fields);
    return name === undefined ? [] : [{ name, detail }];
  });
}
