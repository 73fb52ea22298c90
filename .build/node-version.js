const REQUIRED = 26;

export const nodeIsRecent = Number(process.versions.node.split('.')[0]) >= REQUIRED;

/** `Temporal` is the runtime's own from here on; without this sentence an older Node fails far from the cause. */
export function requireNode() {
  if (nodeIsRecent) return;
  console.error(
    `Entente needs Node ${REQUIRED}; this is ${process.version}. "npm ci" brings Node ${REQUIRED} along for Linux and macOS ` +
      `on x64 and arm64 and for Windows on x64, and "npm start" and "npm run …" then use it. ` +
      `Elsewhere (this machine: ${process.platform}-${process.arch}) install Node ${REQUIRED} or newer.`,
  );
  process.exit(1);
}
