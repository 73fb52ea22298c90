import { Form, Input } from 'antd';

import type { AgreementDetail } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { FormDialog } from '../../../parts/form-dialog.js';
import { useActions, type Preset } from '../actions/actions-context.js';
import { PositionSelect } from '../actions/position-select.js';
import { useSend } from '../actions/use-send.js';

interface ApproversDialogProps {
  readonly preset: Preset;
  readonly detail: AgreementDetail;
  readonly onClose: () => void;
}

interface Values {
  readonly partyId: string;
  /** Positions by the name of their post. */
  readonly approvers: Readonly<Record<string, string>>;
}

/** For each post of a party's route, the position that is asked. */
export function ApproversDialog({ preset, detail, onClose }: ApproversDialogProps) {
  const { t, local } = useWords();
  const { possible } = useActions();
  const send = useSend({ command: 'name-approvers', detail, onDone: onClose });
  const { parties, routes = [] } = detail.agreement;
  const partyId = preset.partyId ?? possible.find(({ command }) => command === 'name-approvers')?.partyId;
  const party = parties.find((one) => one.partyId === partyId);
  const route = routes.find((one) => one.partyId === partyId);
  if (!party) return null;
  const posts = (party.approvalRoute ?? []).flatMap((step) => step.posts);
  const named = (route?.approvers ?? []).map(({ post, positionId }) => [post, positionId] as const);
  return (
    <FormDialog<Values>
      title={t('command.name-approvers')}
      explain={t('explain.name-approvers')}
      ok={t('route.name')}
      initial={{ partyId: party.partyId, approvers: Object.fromEntries(named) }}
      sending={send}
      onSend={({ approvers }) =>
        send.mutate({
          body: {
            partyId: party.partyId,
            approvers: posts.map(({ name }) => ({ post: name, positionId: approvers[name] ?? '' })),
          },
          evenSo: true,
        })
      }
      onClose={onClose}
    >
      <Form.Item name="partyId" hidden>
        <Input />
      </Form.Item>
      {posts.map(({ name, title }) => (
        <Form.Item
          key={name}
          name={['approvers', name]}
          label={local(title)}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <PositionSelect />
        </Form.Item>
      ))}
    </FormDialog>
  );
}
