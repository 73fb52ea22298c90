/** Two rings that share a part: what the parties agree on. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="4" fill="var(--seal)" />
        <g fill="none" stroke="var(--sheet)" strokeWidth="2.6">
          <circle cx="12.4" cy="16" r="6.6" />
          <circle cx="19.6" cy="16" r="6.6" />
        </g>
      </svg>
      <span>Entente</span>
    </span>
  );
}
