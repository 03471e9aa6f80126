import js from "@eslint/js";
import accessibility from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import globals from "globals";
import typescript from "typescript-eslint";

export default typescript.config(
    { ignores: ["dist", "node_modules", "src/api/schema.d.ts"] },
    js.configs.recommended,
    {
        files: ["scripts/**/*.mjs", "*.js"],
        languageOptions: { globals: globals.node },
    },
    {
        files: ["src/**/*.{ts,tsx}"],
        extends: [
            ...typescript.configs.strictTypeChecked,
            accessibility.flatConfigs.recommended,
            hooks.configs.flat.recommended,
        ],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            "@typescript-eslint/no-explicit-any": "error",
            // Numbers read well in texts; everything else must be made a string on purpose.
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            // "() => setOpen(false)" says what it does.
            "@typescript-eslint/no-confusing-void-expression": "off",
            // Event handlers start work whose failure is kept as a value.
            "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
            "@typescript-eslint/no-non-null-assertion": "error",
            "max-lines": ["error", { max: 260, skipBlankLines: true, skipComments: true }],
        },
    },
    {
        files: ["src/**/*.test.{ts,tsx}", "src/**/texts.ts", "src/testing/**"],
        rules: { "max-lines": "off" },
    },
);
