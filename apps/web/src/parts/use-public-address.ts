import { usePresent } from '../app/session.js';

const HERE = /^https?:\/\/(localhost|127\.|\[::1\])/;

/** The address another device can open: a phone does not reach this machine under the name it has for itself. */
export function usePublicAddress(path: string): string {
  const { publicUrl } = usePresent().session;
  return `${HERE.test(publicUrl) ? location.origin : publicUrl}${path}`;
}
