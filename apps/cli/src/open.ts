import type { OpenAs, Tools } from './with-entente.js';

/** With the installation the environment names; all that takes is loaded now, and not for a help text. */
export async function open(work: (tools: Tools) => Promise<void>, options?: OpenAs): Promise<void> {
  const { withEntente } = await import('./with-entente.js');
  await withEntente(work, options);
}
