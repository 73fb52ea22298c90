const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Resolves when somebody asks this process to stop. Asked a second time, it ends at once. */
export function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = (): void => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, ask);
  });
}
