import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';

import { fillPosition, registerPerson } from '../../api/commands.js';
import type { HeldPosition, Language, LocalText, OrganisationRow } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { HOME_ZONE, localDay } from '../../format/days.js';
import { localText } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { LocalField } from '../../parts/local-field.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { useNow } from '../../parts/use-now.js';
import type { Position } from '../organisation/titles.js';
import { PersonFields } from './person-fields.js';

export interface Values {
  readonly title?: LocalText;
  readonly roles: HeldPosition['roles'];
  readonly who: 'new' | 'known';
  readonly personId?: string;
  readonly person?: { readonly name?: LocalText; readonly email?: string; readonly language: Language };
  readonly from: string;
}

const ROLES = ['representative', 'signatory', 'coordinator', 'auditor'] as const;

interface FillPositionProps {
  readonly organisation: Pick<OrganisationRow, 'organisationId' | 'name'>;
  /** Absent: a new one. */
  readonly position?: Position;
  readonly onClose: () => void;
}

export function FillPosition({ organisation, position, onClose }: FillPositionProps) {
  const { t, local, language } = useWords();
  const now = useNow();
  const { register } = useMay();
  const last = position?.tenures.at(-1);
  const action = t(position ? 'organisation.commands.FillPosition' : 'organisations.fill');
  const fill = useFill(organisation.organisationId, position?.positionId, onClose);
  return (
    <FormDialog<Values>
      title={`${action}: ${local(organisation.name)}`}
      ok={action}
      initial={{
        ...(last?.title && { title: last.title }),
        roles: last?.roles ?? ['representative', 'signatory'],
        who: register ? 'new' : 'known',
        person: { language },
        from: localDay(now, HOME_ZONE),
      }}
      sending={fill}
      onSend={(values) => fill.mutate(values)}
      onClose={onClose}
    >
      <LocalField
        name={['title']}
        labelZh={t('start.positionZh')}
        labelEn={t('start.positionEn')}
        required={t('start.oneName')}
      />
      <Form.Item name="roles" label={t('organisations.roles')}>
        <Checkbox.Group options={ROLES.map((role) => ({ value: role, label: t(`positionRole.${role}`) }))} />
      </Form.Item>
      <Form.Item name="who" label={t('organisations.who')}>
        <Radio.Group
          options={[
            ...(register ? [{ value: 'new', label: t('organisations.newPerson') }] : []),
            { value: 'known', label: t('organisations.knownPerson') },
          ]}
        />
      </Form.Item>
      <PersonFields />
      <Form.Item
        name="from"
        label={t('organisations.from')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Input type="date" />
      </Form.Item>
    </FormDialog>
  );
}

function useFill(organisationId: string, positionId: string | undefined, onDone: () => void) {
  const queries = useQueryClient();
  // A second try after the position was refused must not register the same person once more.
  const [registered, setRegistered] = useState<string>();
  return useMutation({
    mutationFn: async ({ title, roles, who, personId, person, from }: Values) => {
      let holder = who === 'known' ? personId : registered;
      if (holder === undefined) {
        const email = person?.email?.trim();
        holder = (
          await registerPerson({
            name: both(person?.name),
            language: person?.language ?? 'zh',
            ...(email !== undefined && email !== '' && { email }),
          })
        ).personId;
        setRegistered(holder);
      }
      return fillPosition(organisationId, {
        ...(positionId !== undefined && { positionId }),
        title: both(title),
        roles,
        personId: holder,
        from,
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['organisations'] });
      await queries.invalidateQueries({ queryKey: ['session', 'people'] });
      onDone();
    },
  });
}

const both = (text: LocalText | undefined): LocalText => localText(text?.zh, text?.en) ?? {};
