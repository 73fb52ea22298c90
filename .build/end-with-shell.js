const POLL_MS = 250;

/**
 * npm passes SIGTERM on to the shell it runs a script in, and that shell dies of it without telling us:
 * the server would live on without a parent, holding its port and its database.
 */
export function endWithShell() {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, POLL_MS);
  timer.unref();
}
