import { Modal, type ModalProps } from 'antd';

import { useFocusBack } from './use-focus-back.js';

/** Open while it is there. */
export function Dialog(props: Omit<ModalProps, 'open'>) {
  useFocusBack();
  return <Modal open {...props} />;
}
