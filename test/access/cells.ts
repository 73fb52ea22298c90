import type { Permission, Viewer } from '@entente/access';

import type { Cell } from './row.js';

export const allowed = (permission: Permission): Cell => {
  if ('allowed' in permission) return 'yes';
  return permission.refused.code === 'unknown-agreement' ? 'hidden' : 'no';
};
export const hiddenUnless =
  (may: (viewer: Viewer) => boolean) =>
  (viewer: Viewer): Cell =>
    may(viewer) ? 'yes' : 'hidden';
export const leftOutUnless =
  (may: (viewer: Viewer) => boolean) =>
  (viewer: Viewer): Cell =>
    may(viewer) ? 'yes' : 'left out';
export const noUnless =
  (may: (viewer: Viewer) => boolean) =>
  (viewer: Viewer): Cell =>
    may(viewer) ? 'yes' : 'no';
export const anybody = (): Cell => 'yes';

/** As it stands in a path: `RecordSignature` is `record-signature`. */
export const pathOf = (type: string): string =>
  type.replaceAll(/(?<=[a-z])[A-Z]/gu, (one) => `-${one}`).toLowerCase();

export const has =
  (id: string, field: string) =>
  (answer: unknown): boolean =>
    (answer as { items: readonly Record<string, unknown>[] }).items.some((item) => item[field] === id);
