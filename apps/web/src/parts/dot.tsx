/** A separator drawn, not written: Chinese fonts give the middle dot a full square. */
export const Dot = () => <span className="dot" aria-hidden="true" />;
