import type { ThemeConfig } from 'antd';

/** The colours of the style sheet, for the parts of Ant Design; `base.css` holds the same under their names. */
export const theme: ThemeConfig = {
  hashed: false,
  // One sheet of variables, however many places are dressed.
  cssVar: { key: 'entente' },
  token: {
    colorPrimary: '#1d4f5c',
    colorPrimaryBg: '#e3ecec',
    controlItemBgActive: '#e3ecec',
    controlItemBgHover: '#edeae0',
    colorInfo: '#1d4f5c',
    colorLink: '#1d4f5c',
    colorError: '#a8382b',
    colorWarning: '#8a6414',
    colorErrorBg: '#f7e7e2',
    colorErrorBorder: '#e2b6ac',
    colorWarningBg: '#f7f0dd',
    colorWarningBorder: '#dfcb9b',
    colorSuccess: '#2b6a50',
    colorTextBase: '#22211d',
    colorBgBase: '#fffefb',
    colorBgLayout: '#f5f3ec',
    colorBorder: '#d3cdbe',
    colorBorderSecondary: '#e4dfd2',
    colorTextPlaceholder: '#7a7467',
    fontFamily: 'var(--sans)',
    fontSize: 14,
    borderRadius: 3,
    controlHeight: 34,
    wireframe: false,
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    boxShadow: '0 6px 24px rgb(34 33 29 / 12%)',
    boxShadowSecondary: '0 6px 24px rgb(34 33 29 / 14%)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Modal: { titleFontSize: 18, borderRadiusLG: 5 },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
  },
};
