import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

/** The last net: in both languages, because the fault may lie in the translations. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="page" role="alert">
        <p>
          This page broke. <span lang="zh-CN">页面出现错误。</span>
        </p>
        <p>
          <a href="/">Entente</a>
        </p>
      </main>
    );
  }
}
