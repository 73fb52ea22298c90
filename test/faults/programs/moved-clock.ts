/** The clock of a machine that is wrong, loaded before everything else: only what a wall clock tells is moved. */
const machine = globalThis as typeof globalThis & { clockSkewMs: number };
machine.clockSkewMs = Number(process.env['CLOCK_SKEW_MS'] ?? 0);

const realNow = Date.now.bind(Date);
const movedNow = (): number => realNow() + machine.clockSkewMs;

globalThis.Date = new Proxy(Date, {
  construct: (real, args: unknown[], target) =>
    Reflect.construct(real, args.length === 0 ? [movedNow()] : args, target) as Date,
  get: (real, name, receiver) => (name === 'now' ? movedNow : (Reflect.get(real, name, receiver) as unknown)),
});
