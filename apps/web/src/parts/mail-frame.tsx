import './mail-frame.css';

interface MailFrameProps {
  readonly html: string;
  readonly title: string;
}

/** A mail as mail programs show it. Nothing in the frame runs, and it knows nothing of this page; links open beside it. */
export function MailFrame({ html, title }: MailFrameProps) {
  return (
    <iframe
      className="mail-frame"
      title={title}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html.replace('<head>', '<head><base target="_blank">')}
    />
  );
}
