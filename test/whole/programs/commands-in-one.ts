import { runCommandLine } from '../../../apps/cli/src/run.js';

/**
 * The command line in one process for many commands: each message from the parent is the words of one, and what it
 * said and how it ended goes back. A process for each would spend its time on loading.
 */
process.on('message', (words: readonly string[]) => {
  void run(words).then((ended) => process.send?.(ended));
});
process.send?.('ready');

async function run(words: readonly string[]): Promise<object> {
  const said = { stdout: '', stderr: '' };
  const restore = [listen('stdout', said), listen('stderr', said)];
  try {
    await runCommandLine([process.execPath, 'entente', ...words]);
  } finally {
    for (const undo of restore) undo();
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return { code, signal: null, ...said };
}

function listen(name: 'stdout' | 'stderr', said: Record<typeof name, string>): () => void {
  const stream = process[name];
  const write = stream.write.bind(stream);
  stream.write = (text: string | Uint8Array): boolean => {
    said[name] += String(text);
    return true;
  };
  return () => {
    stream.write = write;
  };
}
