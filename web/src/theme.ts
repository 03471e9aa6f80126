import type { ThemeConfig } from "antd";

const fontPixels = 16;
const largeFontPixels = 20;
/** Smallest side of what is touched (WCAG 2.5.5); controls are no lower than this on any screen. */
const touchPixels = 44;
const largeTouchPixels = 54;

// Chosen so that each text reaches 4.5:1 on white and on the page's grey; antd's own tertiary colours do not.
const ink = "#1f2937";
const quiet = "#4b5563";
const primary = "#0b4f8a";

/** antd's tokens. Fonts are the system's: none is loaded. */
export function themeOf(isLarge: boolean): ThemeConfig {
  const height = isLarge ? largeTouchPixels : touchPixels;
  return {
    cssVar: { key: "ceactors" },
    hashed: false,
    token: {
      fontFamily:
        '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, -apple-system, sans-serif',
      fontSize: isLarge ? largeFontPixels : fontPixels,
      controlHeight: height,
      controlHeightSM: height - 8,
      controlHeightLG: height + 4,
      controlInteractiveSize: isLarge ? 26 : 20,
      borderRadius: 4,
      colorPrimary: primary,
      colorLink: primary,
      colorInfo: primary,
      colorSuccess: "#166534",
      colorWarning: "#92400e",
      colorError: "#b42318",
      colorTextBase: ink,
      colorText: ink,
      colorTextSecondary: quiet,
      colorTextTertiary: quiet,
      colorTextQuaternary: "#5b6472",
      colorTextPlaceholder: "#5b6472",
      colorTextDescription: quiet,
      colorTextDisabled: "#5b6472",
      colorBorder: "#858d99",
      colorBgLayout: "#f5f7fa",
      // Derived from the dark colours above they would be mud.
      colorSuccessBg: "#f0fdf4",
      colorSuccessBorder: "#86b899",
      colorWarningBg: "#fffaeb",
      colorWarningBorder: "#d8a25f",
      colorErrorBg: "#fef3f2",
      colorErrorBorder: "#d99a94",
      colorInfoBg: "#eff6ff",
      colorInfoBorder: "#8fb3d1",
      // Nothing here explains itself by moving.
      motion: false,
    },
    components: {
      Breadcrumb: { itemColor: quiet, lastItemColor: quiet, separatorColor: quiet },
      Table: { headerColor: ink, cellPaddingBlock: 10, cellPaddingInline: 12 },
      Tabs: { itemColor: quiet },
      Steps: { colorTextDescription: quiet },
    },
  };
}
